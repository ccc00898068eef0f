"""What can be done with reports: receive files, take them in, mend rows, read."""

from pentameter.intelligence.services.mend import mend_row, open_row, set_aside_row
from pentameter.intelligence.services.read import list_reports, read_original, read_report, read_source
from pentameter.intelligence.services.receive import receive_file
from pentameter.intelligence.services.submit import submit_report
from pentameter.intelligence.services.take_in import take_in_file

__all__ = [
    "list_reports",
    "mend_row",
    "open_row",
    "read_original",
    "read_report",
    "read_source",
    "receive_file",
    "set_aside_row",
    "submit_report",
    "take_in_file",
]
