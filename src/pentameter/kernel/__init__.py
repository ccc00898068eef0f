"""Values that all contexts share. No Django, no clock of its own, no state."""
