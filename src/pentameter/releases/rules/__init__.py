"""What is right of a release."""
