"""What can be asked for the picture: a fixed number of SQL queries, frozen results."""
