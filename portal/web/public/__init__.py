"""What the public meets. No cookie, no storage, no log of people; holds no private key."""
