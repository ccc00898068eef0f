"""What can be asked about stories."""
