"""Flags, as those may see them who review: never their own."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from pentameter.access.api import Operation, Reach, reach
from pentameter.audit.api import Line, lines
from pentameter.kernel.actor import Actor
from pentameter.oversight.models import Flag
from pentameter.oversight.rules.patterns import Pattern
from pentameter.oversight.rules.reviews import Outcome

SHOWN = 100
ROWS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class FlagLine:
    """A flag in a list. `looks`: how many look-ups it was drawn from."""

    id: UUID
    person: str
    agency: str
    agency_slug: str
    pattern: Pattern
    on: date
    looks: int
    raised_at: datetime
    latest_at: datetime
    outcome: Outcome | None
    reason: str
    reviewed_by: str
    reviewed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Flags:
    """Those that wait, the oldest first, and the latest that were reviewed. `waiting`: how many wait in all."""

    open: tuple[FlagLine, ...]
    done: tuple[FlagLine, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class FlagCard:
    """One flag with the rows behind it, the first ones of many. Rows say when and what, never of whom."""

    line: FlagLine
    rows: tuple[Line, ...]


def seen_by(by: Actor) -> QuerySet[Flag]:
    """The flags that somebody may review: of their agency or of all, as their role has it, and never of themselves."""
    far = reach(by, Operation.VIEW_FLAGS)
    if far is Reach.ANY:
        return Flag.objects.exclude(person=by.id)
    if far is None or not by.agency:
        return Flag.objects.none()
    return Flag.objects.filter(agency=by.agency).exclude(person=by.id)


def flags(by: Actor) -> Flags:
    """The list. Three SQL queries."""
    rows = seen_by(by).select_related("agency")
    return Flags(
        open=tuple(_line(one) for one in rows.filter(outcome="").order_by("raised_at")[:SHOWN]),
        done=tuple(_line(one) for one in rows.exclude(outcome="").order_by("-reviewed_at")[:SHOWN]),
        waiting=rows.filter(outcome="").count(),
    )


def flag(flag_id: UUID, by: Actor) -> FlagCard | None:
    """One flag, or None where there is none for this person. Two SQL queries."""
    row = seen_by(by).select_related("agency").filter(pk=flag_id).first()
    if row is None:
        return None
    wanted = [int(one) for one in row.rows.split()][:ROWS_SHOWN]
    found = lines(wanted)
    return FlagCard(_line(row), tuple(found[seq] for seq in wanted if seq in found))


def flags_waiting(by: Actor) -> int:
    """How many flags wait for somebody. One SQL query."""
    return seen_by(by).filter(Q(outcome="")).count()


def _line(row: Flag) -> FlagLine:
    return FlagLine(
        id=row.id,
        person=row.person,
        agency=row.agency.name,
        agency_slug=row.agency_id,
        pattern=Pattern(row.pattern),
        on=row.on,
        looks=len(row.rows.split()),
        raised_at=row.raised_at,
        latest_at=row.latest_at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        reason=row.reason,
        reviewed_by=row.reviewed_by,
        reviewed_at=row.reviewed_at,
    )
