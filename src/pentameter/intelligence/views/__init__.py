"""The staff door's pages of intelligence: one service or query call each."""
