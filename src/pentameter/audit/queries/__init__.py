"""What can be asked of the record."""

from pentameter.audit.queries.acts import Done, acts_on, times_since
from pentameter.audit.queries.pages import (
    Line,
    Looker,
    LookersPage,
    RecordFilter,
    RecordPage,
    line,
    lookers,
    page,
    rows_about,
)
from pentameter.audit.queries.raw import end, length, rows
from pentameter.audit.queries.standing import LastCheck, Standing, standing

__all__ = [
    "Done",
    "LastCheck",
    "Line",
    "Looker",
    "LookersPage",
    "RecordFilter",
    "RecordPage",
    "Standing",
    "acts_on",
    "end",
    "length",
    "line",
    "lookers",
    "page",
    "rows",
    "rows_about",
    "standing",
    "times_since",
]
