"""What is right: which lists there are, who is counted, what may be concluded."""
