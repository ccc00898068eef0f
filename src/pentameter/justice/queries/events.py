"""What happened to suspects: as rules read it, and as a page shows it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pentameter.justice.keys import bound
from pentameter.justice.models import PipelineEvent
from pentameter.justice.rules.grounds import grounds
from pentameter.justice.rules.kinds import OTHER, Kind, Outcome
from pentameter.justice.rules.laws import NoSuchLaw, law
from pentameter.justice.rules.screen import Looked
from pentameter.justice.rules.standing import Event, Standing
from pentameter.kernel import clock
from pentameter.kernel.actor import Jurisdiction
from pentameter.kernel.safe import Safe


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event whole, as the timeline shows it. `reason` is why it was struck out."""

    event: Event
    row_id: UUID
    offence: str
    offence_from: date | None
    offence_to: date | None
    ground: str
    looked: tuple[str, ...]
    note: str
    confirmed: str
    recorded_by: str
    known_at: datetime
    struck_at: datetime | None
    struck_by: str
    reason: str

    @property
    def kind(self) -> Kind:
        """What happened."""
        return self.event.kind

    @property
    def is_late(self) -> bool:
        """Whether it was recorded more than two days after its day."""
        return self._days_after > _LATE

    @property
    def dated_back(self) -> int:
        """How many days a check is dated before the day on which it was recorded; 0 for anything else."""
        return max(self._days_after, 0) if self.kind is Kind.CHECKED else 0

    @property
    def _days_after(self) -> int:
        return (clock.day_of(self.known_at) - self.event.on).days


_LATE = 2


def rows_of(suspects: Collection[UUID]) -> dict[UUID, list[PipelineEvent]]:
    """Every event of these suspects, struck out or not, oldest recorded first. One SQL query."""
    found: dict[UUID, list[PipelineEvent]] = {one: [] for one in suspects}
    for row in PipelineEvent.objects.filter(suspect_id__in=suspects).order_by("known_at", "id"):
        found[row.suspect_id].append(row)
    return found


def event_of(row: PipelineEvent) -> Event:
    """An event as the rules read it."""
    return Event(
        id=str(row.id),
        kind=Kind(row.kind),
        on=row.on,
        outcome=Outcome(row.outcome) if row.outcome else None,
        offence=row.offence,
        about=str(row.about_id) if row.about_id else "",
        by=row.recorded_by,
        known_at=row.known_at,
        struck_at=row.struck_at,
    )


def line_of(row: PipelineEvent, safe: Safe | None, place: Jurisdiction) -> EventLine:
    """An event as the timeline shows it, with its words as far as they open."""
    words = _unsealed(row.words, safe, "event", row.id)
    return EventLine(
        event=event_of(row),
        row_id=row.id,
        offence=named(row.offence),
        offence_from=row.offence_from,
        offence_to=row.offence_to,
        ground=next((one.shown for one in grounds(place) if one.code == row.ground), ""),
        looked=tuple(Looked(one).words for one in row.looked.split()),
        note=str(words.get("note", "")),
        confirmed=str(words.get("confirmed", "")),
        recorded_by=row.recorded_by,
        known_at=row.known_at,
        struck_at=row.struck_at,
        struck_by=row.struck_by,
        reason=str(_unsealed(row.struck_because, safe, "struck", row.id).get("reason", "")),
    )


def seen_by(now: Standing, rows: Iterable[PipelineEvent]) -> frozenset[str]:
    """The keys of the signs that the check which counts knew."""
    check = now.check
    found = next((one for one in rows if check is not None and str(one.id) == check.id), None)
    return frozenset(found.seen.split()) if found else frozenset()


def named(code: str) -> str:
    """A law by name and number, with the mark where something of it is to confirm."""
    if not code:
        return ""
    if code == OTHER:
        return "Another offence, which the register of laws does not hold"
    try:
        found = law(code)
    except NoSuchLaw:
        return code
    return f"{found.name} ({found.law}{', to confirm' if found.to_confirm else ''})"


def _unsealed(sealed: bytes | memoryview | None, safe: Safe | None, what: str, row_id: UUID) -> dict[str, Any]:
    if sealed is None or safe is None:
        return {}
    said = safe.unseal(sealed, bound_to=bound(what, row_id))
    return said if isinstance(said, dict) else {}
