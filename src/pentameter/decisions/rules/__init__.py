"""What is right in decisions: on a person, and on the lines of removal lists. Pure: no database, no clock."""
