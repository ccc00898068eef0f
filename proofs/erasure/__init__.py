"""What is disposed of leaves neither content nor key: searched for in tables, indexes and files."""
