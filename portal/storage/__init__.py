"""One database layer. The public app's outbox and the charity's cases are two databases with two owners."""
