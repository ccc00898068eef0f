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
from pentameter.audit.queries.raw import end, length, noted_end, rows
from pentameter.audit.queries.standing import LastCheck, Standing, last_signed_at, rows_lost, standing
from pentameter.audit.queries.watching import Noted, anybody_acted, latest_of, lines, rows_of

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
    "anybody_acted",
    "end",
    "last_signed_at",
    "latest_of",
    "length",
    "line",
    "lines",
    "lookers",
    "noted_end",
    "page",
    "rows",
    "rows_about",
    "rows_lost",
    "rows_of",
    "standing",
    "times_since",
]
