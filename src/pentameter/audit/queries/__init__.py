"""What can be asked of the record."""

from pentameter.audit.queries.acts import Done, acts_on
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
from pentameter.audit.queries.watching import Noted, latest_of, lines, rows_of

__all__ = [
    "Done",
    "LastCheck",
    "Line",
    "Looker",
    "LookersPage",
    "Noted",
    "RecordFilter",
    "RecordPage",
    "Standing",
    "acts_on",
    "end",
    "latest_of",
    "length",
    "line",
    "lines",
    "lookers",
    "page",
    "rows",
    "rows_about",
    "rows_of",
    "standing",
]
