"""What was released, as the public door keeps it: tables, their descriptions and their files."""
