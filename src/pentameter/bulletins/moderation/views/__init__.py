"""HTTP in, HTTP out, behind the staff door."""
