"""What those who watch over looks need of cases: whose they are, who works with her, who needed to know; and who she
is.

Never for a page.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pentameter.intelligence.api import some_of
from pentameter.victims.models import Case, NeedToKnow
from pentameter.victims.queries.named import NamedPerson, opened_people
from pentameter.victims.rules.cases import NeedKind


@dataclass(frozen=True, slots=True)
class WatchedCase:
    """A case by ids. `works`: who was asked last to work with her; empty if nobody was."""

    id: UUID
    agency: str
    opened_by: str
    works: str
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class WatchedNeed:
    """A time in which a person needed to know a case; `ended_at` None: it has not ended."""

    case_id: UUID
    person: str
    began_at: datetime
    ended_at: datetime | None


def watched_cases() -> Iterator[WatchedCase]:
    """Every case. Two SQL queries."""
    assigned = NeedToKnow.objects.filter(kind=NeedKind.ASSIGNED.value).order_by("began_at")
    works = dict(assigned.values_list("case_id", "person"))
    rows = Case.objects.order_by().values_list("id", "agency_id", "opened_by", "closed_on")
    for case_id, agency, opened_by, closed_on in rows.iterator():
        yield WatchedCase(case_id, agency, opened_by, works.get(case_id, ""), closed_on)


def watched_needs() -> Iterator[WatchedNeed]:
    """Everyone who needs to know a case, or needed to. One SQL query."""
    rows = NeedToKnow.objects.order_by("began_at").values_list("case_id", "person", "began_at", "until", "ended_at")
    for case_id, person, began_at, until, ended_at in rows.iterator():
        ends = [one for one in (until, ended_at) if one is not None]
        yield WatchedNeed(case_id, person, began_at, min(ends, default=None))


def people_named(cases: Collection[UUID]) -> dict[UUID, NamedPerson]:
    """Who these people are and where, for comparing in memory; without cases that do not open."""
    found: dict[UUID, NamedPerson] = {}
    for some in some_of(cases):
        found |= {one.case_id: one for one in opened_people(some)}
    return found
