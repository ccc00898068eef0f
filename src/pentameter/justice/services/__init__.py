"""What can be done in justice: one verb a function."""
