"""Making, writing, and looking: each leaves its row in the record."""
