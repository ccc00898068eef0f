"""What can be asked: runs with their results, and whether there is a problem here."""
