"""HTTP in, HTTP out, at the public door."""
