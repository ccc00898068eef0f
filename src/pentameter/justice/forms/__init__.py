"""What may be typed in justice."""
