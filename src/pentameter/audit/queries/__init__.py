"""What can be asked of the record."""

from pentameter.audit.queries.pages import Line, RecordFilter, RecordPage, line, page
from pentameter.audit.queries.raw import end, length, rows
from pentameter.audit.queries.standing import LastCheck, Standing, standing

__all__ = [
    "LastCheck",
    "Line",
    "RecordFilter",
    "RecordPage",
    "Standing",
    "end",
    "length",
    "line",
    "page",
    "rows",
    "standing",
]
