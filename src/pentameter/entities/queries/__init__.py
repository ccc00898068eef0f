"""What can be asked of entities, each with a fixed number of SQL queries."""
