"""Alerts that an actor may see: the desk all of them, caseworkers those of whom their organisation or they support.

What could end follows the person: whoever supports her now sees it. An alert never goes by itself; notices of one
ending are shown as one line, the most urgent.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from pentameter.access.api import Operation, Reach, reach
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.victims.models import Alert, NeedToKnow, Standing
from pentameter.victims.queries.look_aheads import looked_ahead_on
from pentameter.victims.queries.opening import live
from pentameter.victims.rules.alerts import ENDED, ENDING, stem_of, words_of
from pentameter.victims.rules.events import Clock

MANY = 500
"""So many open alerts are gone through for one page."""
RECENT = 20
FOLLOWING = (ENDING, ENDED)


@dataclass(frozen=True, slots=True)
class AlertLine:
    """An alert. `now`: how her protection from removal stands today, empty while that is being worked out."""

    id: UUID
    case_id: UUID
    reference: str
    kind: str
    sentence: str
    due_on: date | None
    any_day: bool
    left: int | None
    raised_at: datetime
    taken_at: datetime | None
    taken_by: str
    done_at: datetime | None
    done_by: str
    now: str

    @property
    def urgency(self) -> str:
        """How soon, as a tag says it."""
        if self.any_day:
            return "any day"
        if self.left is None:
            return ""
        if self.left < 0:
            return "past"
        return "today" if self.left == 0 else f"in {self.left} day{'' if self.left == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class AlertPage:
    """Open alerts, most urgent first; the latest that were done; and whether all clocks were looked at today."""

    open: tuple[AlertLine, ...]
    done: tuple[AlertLine, ...]
    more: bool
    looked_ahead_on: date | None
    stale: bool

    @property
    def actors(self) -> frozenset[str]:
        """Everybody who is named on the page by their id."""
        lines = (*self.open, *self.done)
        return frozenset({one.taken_by for one in lines} | {one.done_by for one in lines}) - {""}


def seen_by(by: Actor) -> QuerySet[Alert]:
    """The alerts that the actor may see."""
    far = reach(by, Operation.VIEW_ALERTS)
    if far is Reach.ANY:
        return Alert.objects.all()
    if far is None or not by.agency:
        return Alert.objects.none()
    needs = NeedToKnow.objects.filter(live(clock.now()), case=OuterRef("case"), person=by.id)
    hers = Q(case__support_agency=by.agency) | Q(Exists(needs))
    return Alert.objects.filter(hers & (Q(kind__in=FOLLOWING) | Q(agency__isnull=False)))


def alert_page(by: Actor) -> AlertPage:
    """The page of alerts. Four SQL queries."""
    today = clock.today()
    rows = seen_by(by).select_related("case")
    waiting = list(rows.filter(done_at=None).order_by("due_on", "notice", "raised_at")[: MANY + 1])
    done = list(rows.exclude(done_at=None).order_by("-done_at")[:RECENT])
    standings = Standing.objects.filter(case_id__in={one.case_id for one in (*waiting, *done)})
    now = {one.case_id: one.sentence for one in standings.filter(clock=Clock.REMOVAL.value, on__gte=today)}
    last = looked_ahead_on()
    return AlertPage(
        open=tuple(_line(one, today, now) for one in _most_urgent(waiting[:MANY])),
        done=tuple(_line(one, today, now) for one in done),
        more=len(waiting) > MANY,
        looked_ahead_on=last,
        stale=last is None or last < today,
    )


@dataclass(frozen=True, slots=True)
class AlertCount:
    """How many alerts wait for an actor, and how many of them are of something within two days, or past."""

    waiting: int
    pressing: int


def alerts_waiting(by: Actor) -> AlertCount:
    """How many alerts wait. One SQL query."""
    found = seen_by(by).filter(done_at=None).values_list("key", "due_on")[:MANY]
    nearest: dict[str, date | None] = {}
    for key, due_on in found:
        nearest.setdefault(stem_of(key), due_on)
    soon = [day for day in nearest.values() if day is not None and (day - clock.today()).days <= 2]
    return AlertCount(len(nearest), len(soon))


def _most_urgent(rows: list[Alert]) -> list[Alert]:
    """One line for all notices of one ending: the last one raised."""
    found: dict[str, Alert] = {}
    for row in rows:
        stem = stem_of(row.key)
        if stem not in found or row.raised_at > found[stem].raised_at:
            found[stem] = row
    return sorted(found.values(), key=lambda row: (row.due_on or date.max, row.raised_at))


def alert_line(row: Alert) -> AlertLine:
    """One alert, read with its case."""
    return _line(row, clock.today(), {})


def _line(row: Alert, today: date, now: dict[UUID, str]) -> AlertLine:
    return AlertLine(
        id=row.id,
        case_id=row.case_id,
        reference=row.case.reference,
        kind=words_of(row.kind),
        sentence=row.sentence,
        due_on=row.due_on,
        any_day=row.notice == 0,
        left=(row.due_on - today).days if row.due_on else None,
        raised_at=row.raised_at,
        taken_at=row.taken_at,
        taken_by=row.taken_by,
        done_at=row.done_at,
        done_by=row.done_by,
        now=now.get(row.case_id, ""),
    )
