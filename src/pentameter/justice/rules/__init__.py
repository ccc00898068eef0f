"""What is right in justice: pure rules."""
