"""The duty desk's queue: lines that wait for a person's word, oldest list first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pentameter.decisions.list_keys import bound, safes_of
from pentameter.decisions.matching import Subject
from pentameter.decisions.models import LineAct as ActRow
from pentameter.decisions.models import ListLine, RemovalList
from pentameter.decisions.rules.screening.lines import LineAct, LineState
from pentameter.decisions.rules.screening.told import (
    Found,
    found_from_json,
    name_of,
    subject_from_json,
)
from pentameter.kernel.safe import Safe

SHOWN = 200
_TO_ANSWER = (LineState.OPEN.value, LineState.PROPOSED.value)


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A line in the queue."""

    id: UUID
    reference: str
    name: str
    state: LineState
    list_reference: str
    agency: str
    received_at: datetime
    proposed_by: str
    number: int


@dataclass(frozen=True, slots=True)
class Done:
    """What the desk did with a line, when, by whom and why."""

    act: LineAct
    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line whole, as the desk sees it: as it was sent, what was found, what was done."""

    id: UUID
    number: int
    reference: str
    state: LineState
    version: int
    proposed_by: str
    subject: Subject
    found: Found
    acts: tuple[Done, ...]
    list_id: UUID
    list_reference: str
    agency: str
    received_at: datetime
    received_by: str

    @property
    def name(self) -> str:
        """The name as it was sent."""
        return name_of(self.subject) or "No name"


def waiting() -> int:
    """How many lines wait for the desk. One SQL query."""
    return ListLine.objects.filter(state__in=_TO_ANSWER).count()


def queue() -> tuple[QueueLine, ...]:
    """The lines that wait, oldest list first. Two SQL queries."""
    rows = ListLine.objects.filter(state__in=_TO_ANSWER).select_related("list__agency")
    return _lines(rows.order_by("list__received_at", "list_id", "number")[:SHOWN])


def by_reference(reference: str) -> tuple[QueueLine, ...]:
    """The lines that are called so: what an officer says on the telephone. Two SQL queries."""
    rows = ListLine.objects.filter(reference=reference.strip().upper()).select_related("list__agency")
    return _lines(rows.order_by("list__received_at")[:SHOWN])


def following(line: ListLine) -> UUID | None:
    """The next line that waits, in the order of the queue, after this one; else the first. One SQL query."""
    rows = ListLine.objects.filter(state__in=_TO_ANSWER).exclude(pk=line.pk)
    in_order = rows.order_by("list__received_at", "list_id", "number")
    ordered = list(in_order.values_list("list__received_at", "list_id", "number", "id")[:SHOWN])
    here = (line.list.received_at, line.list_id, line.number)
    later = [row for row in ordered if row[:3] > here]
    return next((row[3] for row in (*later, *ordered)), None)


def view(row: ListLine, safe: Safe) -> LineView:
    """A line that was loaded with its list and agency, whole. One SQL query."""
    acts = ActRow.objects.filter(line=row).order_by("at", "id")
    return LineView(
        id=row.id,
        number=row.number,
        reference=row.reference,
        state=LineState(row.state),
        version=row.version,
        proposed_by=row.proposed_by,
        subject=subject_from_json(safe.unseal(row.told, bound_to=bound("line", row.id))),
        found=found_of_line(row, safe),
        acts=tuple(_done(one, safe) for one in acts),
        list_id=row.list_id,
        list_reference=row.list.reference,
        agency=row.list.agency.name,
        received_at=row.list.received_at,
        received_by=row.list.received_by,
    )


def found_of_line(row: ListLine, safe: Safe) -> Found:
    """What the matching found for a line; nothing before it was checked."""
    if row.found is None:
        return Found()
    return found_from_json(safe.unseal(row.found, bound_to=bound("found", row.id)))


def shortcomings() -> tuple[int, int]:
    """At the latest check: cases that did not open, and people told by too little to be found by name. One query."""
    latest = RemovalList.objects.exclude(checked_at=None).order_by("-checked_at")
    return latest.values_list("unreadable", "thin").first() or (0, 0)


def _done(row: ActRow, safe: Safe) -> Done:
    return Done(LineAct(row.kind), row.at, row.by, str(safe.unseal(row.reason, bound_to=bound("act", row.id))))


def _lines(rows: Iterable[ListLine]) -> tuple[QueueLine, ...]:
    found = list(rows)
    safes = safes_of({row.list_id for row in found})
    return tuple(_line(row, safes[row.list_id]) for row in found)


def _line(row: ListLine, safe: Safe) -> QueueLine:
    subject = subject_from_json(safe.unseal(row.told, bound_to=bound("line", row.id)))
    return QueueLine(
        id=row.id,
        reference=row.reference,
        name=name_of(subject) or "No name",
        state=LineState(row.state),
        list_reference=row.list.reference,
        agency=row.list.agency.name,
        received_at=row.list.received_at,
        proposed_by=row.proposed_by,
        number=row.number,
    )
