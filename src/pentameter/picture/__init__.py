"""The national picture: maps, weeks, coverage."""
