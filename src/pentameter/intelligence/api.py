"""The door for other contexts: frozen values and ids."""

from pentameter.intelligence.keys import locked_agencies
from pentameter.intelligence.queries.intake import (
    AgencyTotals,
    FileCard,
    files_in_progress,
    totals_by_agency,
    unfinished,
    waiting_rows,
)
from pentameter.intelligence.queries.reports import NO_AREA, Filter, ReportLine, latest
from pentameter.intelligence.queries.tallies import Grade, Prices, Tallies, Tally, tallies
from pentameter.intelligence.services import first_reasons, receive_file, take_in_file
from pentameter.intelligence.vocabulary import INFORMATION_CODES, SOURCE_CODES, Scheme, Theme

__all__ = [
    "INFORMATION_CODES",
    "NO_AREA",
    "SOURCE_CODES",
    "AgencyTotals",
    "FileCard",
    "Filter",
    "Grade",
    "Prices",
    "ReportLine",
    "Scheme",
    "Tallies",
    "Tally",
    "Theme",
    "files_in_progress",
    "first_reasons",
    "latest",
    "locked_agencies",
    "receive_file",
    "take_in_file",
    "tallies",
    "totals_by_agency",
    "unfinished",
    "waiting_rows",
]
