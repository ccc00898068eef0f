"""Who may be counted: the mentions of possible victims within a period, place and type, and whose report each is in.

For counts without contents, inside the system and in the worker: what is compared of a person is never read, only the
role beside it is unsealed. A report is counted where its handling code lets the agency have it that counts; of others
it is only said how many there were. Which mentions are one person is taken from all that was judged.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pentameter.entities.models import Judgement, Placing, Undoing
from pentameter.entities.prepared import role_in
from pentameter.entities.queries.readability import may_read
from pentameter.intelligence.api import MentionKind, PersonRole
from pentameter.kernel.actor import Actor

_AT_ONCE = 5_000
_VICTIMS = frozenset({PersonRole.VICTIM.value, PersonRole.POSSIBLE_VICTIM.value})
_UNSAID = frozenset({"", PersonRole.UNKNOWN.value})


@dataclass(frozen=True, slots=True)
class Among:
    """Reports of which days (both counted), and of which area and type; "" is all."""

    from_on: date
    to_on: date
    area: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class SeenPerson:
    """A possible victim in a report that may be counted: the thing that she is, and the agency that knew of her."""

    mention: UUID
    thing: UUID
    agency: str


@dataclass(frozen=True, slots=True)
class SeenPeople:
    """Those who may be counted. `left_out` were in reports that may not be; of `unsaid` no report says a role."""

    people: tuple[SeenPerson, ...]
    left_out: int
    unsaid: int


@dataclass(frozen=True, slots=True)
class LedgerMark:
    """How far the ledger of judgements had come."""

    judgements: int
    undone: int
    latest: str


def seen_people(among: Among, counted_by: Actor) -> SeenPeople:
    """The possible victims in these reports. One SQL query, read in steps, whatever there is."""
    people, left_out, unsaid = [], 0, 0
    for mention, thing, agency, sealed, counted in _rows(among, counted_by):
        role = role_in(mention, sealed)
        if role in _VICTIMS and counted:
            people.append(SeenPerson(mention, thing, agency))
        left_out += role in _VICTIMS and not counted
        unsaid += role in _UNSAID and counted
    return SeenPeople(tuple(sorted(people, key=lambda one: one.mention)), left_out, unsaid)


def ledger_mark() -> LedgerMark:
    """How far the ledger has come now. Three SQL queries."""
    latest = Judgement.objects.order_by("-made_at").values_list("made_at", flat=True).first()
    return LedgerMark(Judgement.objects.count(), Undoing.objects.count(), latest.isoformat() if latest else "")


def _rows(among: Among, counted_by: Actor) -> Iterator[tuple[UUID, UUID, str, bytes, bool]]:
    rows = Placing.objects.filter(kind=MentionKind.PERSON.value)
    rows = rows.filter(report__reported_on__gte=among.from_on, report__reported_on__lte=among.to_on)
    if among.area:
        rows = rows.filter(report__area=among.area)
    if among.theme:
        rows = rows.filter(report__theme=among.theme)
    asked = rows.order_by().annotate(counted=may_read(counted_by, "report_id"))
    columns = ("mention_id", "thing", "agency_id", "sealed", "counted")
    yield from asked.values_list(*columns).iterator(chunk_size=_AT_ONCE)
