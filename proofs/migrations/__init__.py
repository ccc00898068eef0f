"""Changes of the tables on a database that is full: killed half way, begun again, and held against what was there."""
