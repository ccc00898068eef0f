"""What can be asked of releases, and what releases ask of others."""
