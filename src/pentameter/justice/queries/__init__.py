"""What can be asked of justice."""
