"""What can be asked at the desk of tip-offs."""
