"""What is right: groups, days, and what may be decided."""
