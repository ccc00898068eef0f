"""What may be typed in decisions and screening."""
