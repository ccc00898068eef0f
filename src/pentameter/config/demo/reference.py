"""What the committed examples were made with, and the words that stand in every file."""

from datetime import date

MARK = "Demonstration data"
REFERENCE_DAY = date(2026, 11, 23)
"""The day as of which the committed examples stand: six weeks into the second wave."""
REFERENCE_SEED = 2007
REFERENCE_REPORTS = 2000
