"""What can be done in decisions and screening."""
