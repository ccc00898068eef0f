"""What is right for the picture: pure functions of frozen values."""
