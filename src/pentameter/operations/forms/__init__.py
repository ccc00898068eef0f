"""What may be typed about operations."""
