"""The charity's side: what the intake stores, and the one room that opens it."""
