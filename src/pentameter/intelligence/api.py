"""The door for other contexts: frozen values and ids."""

from pentameter.intelligence.queries.intake import (
    AgencyTotals,
    FileCard,
    files_in_progress,
    totals_by_agency,
    unfinished,
    waiting_rows,
)
from pentameter.intelligence.services import first_reasons, receive_file, take_in_file

__all__ = [
    "AgencyTotals",
    "FileCard",
    "files_in_progress",
    "first_reasons",
    "receive_file",
    "take_in_file",
    "totals_by_agency",
    "unfinished",
    "waiting_rows",
]
