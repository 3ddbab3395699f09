"""The named rate limits, and keys that cannot be turned back into addresses."""
