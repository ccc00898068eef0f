"""HTTP in, HTTP out: one service or query call each."""
