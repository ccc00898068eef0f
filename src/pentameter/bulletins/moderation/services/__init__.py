"""What moderators and the worker can do: take in, check, decide, discipline, answer, close, and bring it over."""
