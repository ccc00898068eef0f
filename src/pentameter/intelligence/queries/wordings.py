"""Reports by what they say. What the reader may not be told is kept back by the index itself, before anything else.

The full text index is the database's own: FTS5 on SQLite, `tsvector` with GIN on PostgreSQL. Every word stands in it
behind each shelf that its report stands on, so that no list of a reader's holds a hidden report, whose words cost no
time; `readable` still has the last word. There is no rank: a rank counts words of all reports, hidden ones too.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, Exists, Func, OuterRef, Q, Value
from django.db.models.expressions import RawSQL

from pentameter.intelligence.models import Report, Unlisted, Wording
from pentameter.intelligence.phrasing import Phrasing, Term, as_word, shelved
from pentameter.intelligence.queries.readable import readable
from pentameter.intelligence.queries.reports import ReportLine, lines_of
from pentameter.intelligence.rules import shelves_for
from pentameter.kernel.actor import Actor

MOST = 1_000
"""So many reports are looked at, those accepted latest; whoever finds more says more."""

_SQLITE = "SELECT rowid FROM intelligence_words WHERE intelligence_words MATCH %s"


class _Stands(Func):
    """Whether words stand in a column, as PostgreSQL asks it of the index."""

    template = "(to_tsvector('simple', %(expressions)s))"
    arg_joiner = ") @@ to_tsquery('simple', "
    output_field = BooleanField()


@dataclass(frozen=True, slots=True)
class Saying:
    """A report that says what was asked for, as far as it is counted and sorted by."""

    id: UUID
    agency: str
    theme: str
    reported_on: date


def reports_saying(asked: Phrasing, by: Actor) -> tuple[Saying, ...]:
    """Of the reports that the actor may read, those that say it, latest first: `MOST` and one. One SQL query."""
    shelves = shelf_words(by)
    if asked.problem or not shelves:
        return ()
    found = Wording.objects.filter(_says(asked, shelves)).order_by("-id").values("report_id")[: MOST + 1]
    reports = Report.objects.filter(readable(by), pk__in=found).order_by("-reported_on", "-id")
    return tuple(Saying(*row) for row in reports.values_list("id", "agency_id", "theme", "reported_on"))


def report_lines(reports: Collection[UUID], by: Actor) -> dict[UUID, ReportLine]:
    """Of these reports, those that the actor may read, as lists show them. One SQL query."""
    return {line.id: line for line in lines_of(Report.objects.filter(readable(by), pk__in=reports))}


def unlisted_for(by: Actor) -> int:
    """How many reports that the actor may read are not yet listed by what they mention. One SQL query."""
    mine = Report.objects.filter(readable(by), pk=OuterRef("pk"))
    return Unlisted.objects.filter(Exists(mine)).count()


def unlisted(limit: int) -> tuple[UUID, ...]:
    """The first reports that are not yet listed by what they mention."""
    return tuple(Unlisted.objects.order_by("report_id").values_list("report_id", flat=True)[:limit])


def shelves_of_reports(reports: Collection[UUID]) -> dict[UUID, tuple[str, ...]]:
    """The shelves that these reports stand on, as words. One SQL query."""
    rows = Wording.objects.filter(report_id__in=reports).values_list("report_id", "shelves")
    return {report: tuple(shelves.split()) for report, shelves in rows}


def shelf_words(by: Actor) -> tuple[str, ...]:
    """The shelves that the actor may look through, as words."""
    return tuple(sorted(map(as_word, shelves_for(by))))


def _says(asked: Phrasing, shelves: Iterable[str]) -> Q:
    if connection.vendor == "postgresql":
        return Q(_Stands("words", Value(" | ".join(_tsquery(asked, shelf) for shelf in shelves))))
    statement = " OR ".join(_fts5(asked, shelf) for shelf in shelves)
    return Q(pk__in=RawSQL(_SQLITE, [statement]))  # noqa: S611 - the statement is ours


def _fts5(asked: Phrasing, shelf: str) -> str:
    said = " AND ".join(_fts5_term(term, shelf) for term in asked.wanted)
    left_out = " OR ".join(_fts5_term(term, shelf) for term in asked.terms if not term.wanted)
    return f"(({said}) NOT ({left_out}))" if left_out else f"({said})"


def _fts5_term(term: Term, shelf: str) -> str:
    return f'"{shelved(term.words, [shelf])}"{" *" if term.begins else ""}'


def _tsquery(asked: Phrasing, shelf: str) -> str:
    terms = (_ts_term(term, shelf) if term.wanted else f"!({_ts_term(term, shelf)})" for term in asked.terms)
    return f"({' & '.join(terms)})"


def _ts_term(term: Term, shelf: str) -> str:
    return f"({' <-> '.join(f'{shelf}{word}' for word in term.words)}{':*' if term.begins else ''})"
