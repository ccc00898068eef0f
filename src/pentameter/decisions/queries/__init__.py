"""What can be asked of decisions."""
