"""How much of anything is read. Each limit has its sentence where it is applied."""

from decimal import Decimal
from typing import Final

LARGEST_FILE: Final = 2 * 1024**3
LARGEST_JSON: Final = 50 * 1024**2
LARGEST_WORKBOOK: Final = 100 * 1024**2
LARGEST_UNPACKED: Final = 400 * 1024**2
LARGEST_RATIO: Final = 200
"""Times that a packed part may grow; said of parts above a megabyte."""
MOST_PARTS: Final = 2000
MOST_CELLS: Final = 20_000_000

MOST_COLUMNS: Final = 300
LONGEST_LINE: Final = 1024**2
LONGEST_CELL: Final = 20_000
LONGEST_SHORT_CELL: Final = 200
LONGEST_LIST: Final = 1000
LONGEST_REFERENCE: Final = 80
LONGEST_PLACE: Final = 120
MOST_LINES_IN_A_ROW: Final = 1000
"""A row that would be longer has a quotation mark that nobody closed."""

DEEPEST_JSON: Final = 12
LONGEST_NUMBER: Final = 30

LARGEST_PRICE: Final = Decimal(99_999_999)
LARGEST_COUNT: Final = 1_000_000
EARLIEST_YEAR: Final = 1900

MEMORY_FOR_WORKBOOK: Final = 1024**3
SECONDS_FOR_WORKBOOK: Final = 120
