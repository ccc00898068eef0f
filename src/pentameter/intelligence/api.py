"""The door for other contexts: frozen values and ids."""

from pentameter.intelligence.htcds_files import htcds_rows, meant_country, meant_day, meant_phone
from pentameter.intelligence.intake.cells import safe as safe_cell
from pentameter.intelligence.intake.drafts import FileRefused, RawRow
from pentameter.intelligence.keys import locked_agencies
from pentameter.intelligence.queries.intake import (
    AgencyTotals,
    FileCard,
    files_in_progress,
    totals_by_agency,
    unfinished,
    waiting_rows,
)
from pentameter.intelligence.queries.links import Between, SaidLink, links_said, mentions_in, reports_between
from pentameter.intelligence.queries.mentions import (
    MentionGround,
    OpenMention,
    ShownMention,
    mentions_by_id,
    mentions_of_reports,
    readable_reports,
    shown_mentions,
    some_of,
)
from pentameter.intelligence.queries.recipients import named_recipients
from pentameter.intelligence.queries.reports import NO_AREA, Filter, ReportLine, latest
from pentameter.intelligence.queries.tallies import Grade, Prices, Tallies, Tally, tallies
from pentameter.intelligence.services import first_reasons, receive_file, take_in_file
from pentameter.intelligence.services.receive import Arrived
from pentameter.intelligence.uploads import SealedUpload
from pentameter.intelligence.vocabulary import (
    HANDLING_CODES,
    INFORMATION_CODES,
    SOURCE_CODES,
    MentionKind,
    PersonRole,
    Scheme,
    Theme,
)

__all__ = [
    "HANDLING_CODES",
    "INFORMATION_CODES",
    "NO_AREA",
    "SOURCE_CODES",
    "AgencyTotals",
    "Arrived",
    "Between",
    "FileCard",
    "FileRefused",
    "Filter",
    "Grade",
    "MentionGround",
    "MentionKind",
    "OpenMention",
    "PersonRole",
    "Prices",
    "RawRow",
    "ReportLine",
    "SaidLink",
    "Scheme",
    "SealedUpload",
    "ShownMention",
    "Tallies",
    "Tally",
    "Theme",
    "files_in_progress",
    "first_reasons",
    "htcds_rows",
    "latest",
    "links_said",
    "locked_agencies",
    "meant_country",
    "meant_day",
    "meant_phone",
    "mentions_by_id",
    "mentions_in",
    "mentions_of_reports",
    "named_recipients",
    "readable_reports",
    "receive_file",
    "reports_between",
    "safe_cell",
    "shown_mentions",
    "some_of",
    "take_in_file",
    "tallies",
    "totals_by_agency",
    "unfinished",
    "waiting_rows",
]
