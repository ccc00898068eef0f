"""What stands of reviews and holds: decided, proposed, held."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from pentameter.kernel.actor import Actor
from pentameter.retention.models import Hold, Review
from pentameter.retention.rules.groups import Kind, Outcome, reason_words


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One decision. `state`: retained, proposed, disposed of, or withdrawn."""

    id: UUID
    kind: Kind
    item: UUID
    outcome: Outcome
    reason: str
    words: str
    until: date | None
    decided_at: datetime
    decided_by: str
    confirmed_at: datetime | None
    confirmed_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str

    @property
    def state(self) -> str:
        """As people say it."""
        if self.withdrawn_at:
            return "withdrawn"
        if self.outcome is Outcome.RETAIN:
            return "retained"
        return "disposed of" if self.confirmed_at else "waits for a second person"


@dataclass(frozen=True, slots=True)
class HoldLine:
    """A legal hold that was not lifted."""

    words: str
    placed_at: datetime
    placed_by: str


def history(kind: Kind, item: UUID) -> tuple[ReviewLine, ...]:
    """Everything that was decided of a record, the latest first. One SQL query."""
    return tuple(_line(row) for row in Review.objects.filter(kind=kind.value, item=item).order_by("-decided_at", "-id"))


def retained_until(kind: Kind, item: UUID) -> date | None:
    """Until when the latest review that stands retained it. One SQL query."""
    rows = Review.objects.filter(kind=kind.value, item=item, outcome=Outcome.RETAIN.value, withdrawn_at=None)
    return rows.order_by("-decided_at", "-id").values_list("until", flat=True).first()


def hold_of(kind: Kind, item: UUID) -> HoldLine | None:
    """The legal hold on a record. One SQL query."""
    row = Hold.objects.filter(kind=kind.value, item=item, lifted_at=None).first()
    return HoldLine(row.words, row.placed_at, row.placed_by) if row else None


def settled(kind: Kind, *, agency: str | None, today: date) -> frozenset[UUID]:
    """Records that need no review now: retained until later, held, or proposed. `agency` None: of all. Two queries."""
    whose = Q(agency_id=agency) if agency is not None else Q()
    decided = Q(outcome=Outcome.RETAIN.value, until__gt=today) | Q(outcome=Outcome.DISPOSE.value)
    reviewed = Review.objects.filter(whose, decided, kind=kind.value, withdrawn_at=None)
    held = Hold.objects.filter(whose, kind=kind.value, lifted_at=None)
    return frozenset(reviewed.values_list("item", flat=True)) | frozenset(held.values_list("item", flat=True))


def proposals(kind: Kind, by: Actor, *, agency: str | None) -> tuple[ReviewLine, ...]:
    """What waits for a second person, other than the actor, the oldest first. `agency` None: of all. One SQL query."""
    whose = Q(agency_id=agency) if agency is not None else Q()
    rows = Review.objects.filter(whose, kind=kind.value, outcome=Outcome.DISPOSE.value, confirmed_at=None)
    waiting = rows.filter(withdrawn_at=None).exclude(decided_by=by.id)
    return tuple(_line(row) for row in waiting.order_by("decided_at", "id"))


def _line(row: Review) -> ReviewLine:
    return ReviewLine(
        id=row.id,
        kind=Kind(row.kind),
        item=row.item,
        outcome=Outcome(row.outcome),
        reason=reason_words(row.outcome, row.reason),
        words=row.words,
        until=row.until,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        confirmed_at=row.confirmed_at,
        confirmed_by=row.confirmed_by,
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=row.withdrawn_by,
    )
