"""What is done with tip-offs at the desk. One verb a function; each leaves its row."""
