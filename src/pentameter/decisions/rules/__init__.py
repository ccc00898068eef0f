"""What is right in decisions: pure rules."""
