"""What may be typed about people, and to prove who one is."""
