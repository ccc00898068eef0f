"""Below what a page is not held against its own SQL (docs/adr/0029)."""

FLOOR = 0.020
"""Seconds. Where SQL takes less no ratio is wanted: signing in, words and layout take some milliseconds anyway."""
WHOLE = "none: every page at once, to carry away"
"""Instead of a ratio, for the file of the whole picture."""
