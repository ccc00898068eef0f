"""What can be asked behind the public door."""
