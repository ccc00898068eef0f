"""Every use of broken glass, from the record itself, and whether a second person has reviewed it."""

from dataclasses import dataclass
from datetime import datetime

from pentameter.access.api import Operation, Reach, reach
from pentameter.audit.api import Event, Line, latest_of
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.oversight.models import GlassReview
from pentameter.oversight.rules.reviews import Outcome, is_overdue

SHOWN = 500


@dataclass(frozen=True, slots=True)
class GlassLine:
    """One use. `found`: whether the reference led to a case; if not, it was a try."""

    seq: int
    person: str
    agency: str
    at: datetime
    purpose: str
    case_id: str
    outcome: Outcome | None
    reason: str
    reviewed_by: str
    reviewed_at: datetime | None
    overdue: bool

    @property
    def found(self) -> bool:
        """Whether a case was opened."""
        return bool(self.case_id)


def uses(by: Actor) -> tuple[GlassLine, ...]:
    """Those of others that somebody may review: what waits first, the oldest before the rest. Two SQL queries."""
    far = reach(by, Operation.REVIEW_GLASS)
    if far is None or (far is not Reach.ANY and not by.agency):
        return ()
    agency = "" if far is Reach.ANY else by.agency
    rows = [one for one in latest_of(Event.GLASS_BROKEN.value, agency=agency, most=SHOWN) if one.actor != by.id]
    reviews = {one.seq: one for one in GlassReview.objects.filter(seq__in=[one.seq for one in rows])}
    found = [_line(one, reviews.get(one.seq)) for one in rows]
    waiting = sorted((one for one in found if one.outcome is None), key=lambda one: one.seq)
    return (*waiting, *(one for one in found if one.outcome is not None))


@dataclass(frozen=True, slots=True)
class GlassWaiting:
    """How many uses wait for a second person, and how many of them for longer than a day."""

    waiting: int
    overdue: int


def glass_waiting(by: Actor) -> GlassWaiting:
    """What waits for somebody. Two SQL queries."""
    waiting = [one for one in uses(by) if one.outcome is None]
    return GlassWaiting(len(waiting), sum(one.overdue for one in waiting))


def _line(row: Line, review: GlassReview | None) -> GlassLine:
    return GlassLine(
        seq=row.seq,
        person=row.actor,
        agency=row.agency,
        at=row.at,
        purpose=row.purpose,
        case_id=row.subject_id,
        outcome=Outcome(review.outcome) if review else None,
        reason=review.reason if review else "",
        reviewed_by=review.reviewed_by if review else "",
        reviewed_at=review.reviewed_at if review else None,
        overdue=is_overdue(row.at, reviewed=review is not None, now=clock.now()),
    )
