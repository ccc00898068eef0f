"""What can be done in a case."""
