"""What can be done with operations: one verb a function, in one transaction with its audit row."""
