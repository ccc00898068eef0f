"""What can be asked of reports and of intake."""
