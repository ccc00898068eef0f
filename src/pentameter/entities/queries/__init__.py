"""What can be asked of entities."""
