"""What is right about waves, participants and returns. Pure: no tables, no clock."""
