"""Settings, the two front doors, the command line."""
