"""What is right in decisions on a person. Pure: no Django, no database, no clock."""
