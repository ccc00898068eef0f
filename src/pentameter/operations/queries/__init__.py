"""What can be asked of operations: a fixed number of SQL queries each, frozen results."""
