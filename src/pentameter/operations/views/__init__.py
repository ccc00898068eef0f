"""The staff door's pages of operations: one service call each."""
