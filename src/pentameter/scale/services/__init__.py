"""What can be done: ask for a run, carry it out, repeat it, look at it."""
