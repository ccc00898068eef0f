"""The door for other contexts: frozen values and ids."""

from pentameter.intelligence.htcds_files import htcds_rows, meant_country, meant_day, meant_phone
from pentameter.intelligence.intake.cells import safe as safe_cell
from pentameter.intelligence.intake.drafts import FileRefused, RawRow
from pentameter.intelligence.keys import WRAPPED, locked_agencies
from pentameter.intelligence.phrasing import LONGEST, Phrasing, phrasing
from pentameter.intelligence.queries.arrivals import Arrival, arrivals, arrived
from pentameter.intelligence.queries.closed import ClosedMention, ClosedReports, closed_between, opened_facts
from pentameter.intelligence.queries.disposable import ReportAtReview, report_at_review, reports_at_review
from pentameter.intelligence.queries.intake import (
    AgencyTotals,
    FileCard,
    files_in_progress,
    totals_by_agency,
    unfinished,
    waiting_rows,
)
from pentameter.intelligence.queries.kept import miscounted
from pentameter.intelligence.queries.links import Between, SaidLink, links_said, mentions_in, reports_between
from pentameter.intelligence.queries.mentions import (
    MentionGround,
    OpenMention,
    ShownMention,
    areas_of_reports,
    mentions_by_id,
    mentions_of_reports,
    readable_ids,
    readable_reports,
    shown_mentions,
    some_of,
)
from pentameter.intelligence.queries.recipients import named_recipients
from pentameter.intelligence.queries.reports import NO_AREA, Filter, ReportLine, latest
from pentameter.intelligence.queries.sampling import files_missing, mentions_that_open
from pentameter.intelligence.queries.sent import Sent, sent_by
from pentameter.intelligence.queries.tallies import Grade, Prices, Tallies, Tally, tallies, total_of
from pentameter.intelligence.queries.ways import CountedWay, ways_counted
from pentameter.intelligence.queries.wordings import (
    MOST,
    Saying,
    report_lines,
    reports_saying,
    shelf_words,
    shelves_of_reports,
    unlisted,
    unlisted_for,
)
from pentameter.intelligence.rules import counted_of, stays_at_home
from pentameter.intelligence.services import first_reasons, receive_file, take_in_file
from pentameter.intelligence.services.counting import CountedAnew, recount
from pentameter.intelligence.services.disposing import dispose_report
from pentameter.intelligence.services.listing import list_all_anew, listed
from pentameter.intelligence.services.looks import waves_to_choose
from pentameter.intelligence.services.receive import Arrived
from pentameter.intelligence.services.submit import Submitted, submit_report
from pentameter.intelligence.store import kept_as
from pentameter.intelligence.uploads import SealedUpload
from pentameter.intelligence.vocabulary import (
    HANDLING_CODES,
    INFORMATION_CODES,
    SOURCE_CODES,
    MentionKind,
    PersonRole,
    Scheme,
    Sex,
    Theme,
)
from pentameter.intelligence.words import GradeWords
from pentameter.intelligence.words import fact as shown_fact
from pentameter.intelligence.words import grade as grade_words

__all__ = [
    "HANDLING_CODES",
    "INFORMATION_CODES",
    "LONGEST",
    "MOST",
    "NO_AREA",
    "SOURCE_CODES",
    "WRAPPED",
    "AgencyTotals",
    "Arrival",
    "Arrived",
    "Between",
    "ClosedMention",
    "ClosedReports",
    "CountedAnew",
    "CountedWay",
    "FileCard",
    "FileRefused",
    "Filter",
    "Grade",
    "GradeWords",
    "MentionGround",
    "MentionKind",
    "OpenMention",
    "PersonRole",
    "Phrasing",
    "Prices",
    "RawRow",
    "ReportAtReview",
    "ReportLine",
    "SaidLink",
    "Saying",
    "Scheme",
    "SealedUpload",
    "Sent",
    "Sex",
    "ShownMention",
    "Submitted",
    "Tallies",
    "Tally",
    "Theme",
    "areas_of_reports",
    "arrivals",
    "arrived",
    "closed_between",
    "counted_of",
    "dispose_report",
    "files_in_progress",
    "files_missing",
    "first_reasons",
    "grade_words",
    "htcds_rows",
    "kept_as",
    "latest",
    "links_said",
    "list_all_anew",
    "listed",
    "locked_agencies",
    "meant_country",
    "meant_day",
    "meant_phone",
    "mentions_by_id",
    "mentions_in",
    "mentions_of_reports",
    "mentions_that_open",
    "miscounted",
    "named_recipients",
    "opened_facts",
    "phrasing",
    "readable_ids",
    "readable_reports",
    "receive_file",
    "recount",
    "report_at_review",
    "report_lines",
    "reports_at_review",
    "reports_between",
    "reports_saying",
    "safe_cell",
    "sent_by",
    "shelf_words",
    "shelves_of_reports",
    "shown_fact",
    "shown_mentions",
    "some_of",
    "stays_at_home",
    "submit_report",
    "take_in_file",
    "tallies",
    "total_of",
    "totals_by_agency",
    "unfinished",
    "unlisted",
    "unlisted_for",
    "waiting_rows",
    "waves_to_choose",
    "ways_counted",
]
