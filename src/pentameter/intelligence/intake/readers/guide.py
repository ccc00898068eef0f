"""The sheet of the workbook template that explains it. It is no data, and is passed over."""

from typing import Final

GUIDE: Final = "How to fill this in"
