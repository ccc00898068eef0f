"""What may be typed in a case."""
