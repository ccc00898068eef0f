"""What can be done with entities."""
