"""The weekly samples, and what was found of each look."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from pentameter.access.api import Operation, Reach, reach
from pentameter.audit.api import Line, lines
from pentameter.kernel.actor import Actor
from pentameter.oversight.models import Sample, SampledLook
from pentameter.oversight.rules.reviews import Outcome

WEEKS_OF_ONE, WEEKS_OF_ALL = 8, 2


@dataclass(frozen=True, slots=True)
class SampleLine:
    """A look that was drawn, and what was found. `row` is None if the record does not have it."""

    id: UUID
    person: str
    row: Line | None
    outcome: Outcome | None
    reason: str
    checked_by: str
    checked_at: datetime | None


@dataclass(frozen=True, slots=True)
class SampleCard:
    """An agency's week: how many looks there were, which were drawn, and with which seed."""

    id: UUID
    agency: str
    week: date
    seed: str
    looks: int
    drawn: tuple[SampleLine, ...]

    @property
    def left(self) -> int:
        """How many are still to be checked by whoever sees this."""
        return sum(one.outcome is None for one in self.drawn)


def seen_by(by: Actor) -> QuerySet[Sample]:
    """The samples that somebody may check."""
    far = reach(by, Operation.CHECK_SAMPLE)
    if far is Reach.ANY:
        return Sample.objects.all()
    return Sample.objects.filter(agency=by.agency) if far and by.agency else Sample.objects.none()


def samples(by: Actor) -> tuple[SampleCard, ...]:
    """The samples of the last weeks, those with something to check first. Four SQL queries."""
    rows = seen_by(by).filter(week__in=_weeks(by)).select_related("agency").prefetch_related("drawn")
    found = list(rows.order_by("-week", "agency__name"))
    told = lines([one.seq for row in found for one in row.drawn.all()])
    cards = tuple(_card(row, told, by) for row in found)
    return tuple(sorted(cards, key=lambda card: not card.left))


def looks_to_check(by: Actor) -> int:
    """How many looks that were drawn for the last weeks wait for somebody. Two SQL queries."""
    waiting = Q(drawn__outcome="") & ~Q(drawn__person=by.id)
    found = seen_by(by).filter(week__in=_weeks(by)).aggregate(found=Count("drawn", filter=waiting))
    return int(found["found"])


def _weeks(by: Actor) -> list[date]:
    """The weeks that are shown: fewer to who sees those of all agencies."""
    many = WEEKS_OF_ALL if reach(by, Operation.CHECK_SAMPLE) is Reach.ANY else WEEKS_OF_ONE
    return list(seen_by(by).order_by("-week").values_list("week", flat=True).distinct()[:many])


def is_drawn(week: date) -> bool:
    """Whether a week has its samples. One SQL query."""
    return Sample.objects.filter(week=week).exists()


def _card(row: Sample, told: dict[int, Line], by: Actor) -> SampleCard:
    mine = (one for one in sorted(row.drawn.all(), key=lambda one: one.seq) if one.person != by.id)
    return SampleCard(row.id, row.agency.name, row.week, row.seed, row.looks, tuple(_line(one, told) for one in mine))


def _line(one: SampledLook, told: dict[int, Line]) -> SampleLine:
    outcome = Outcome(one.outcome) if one.outcome else None
    return SampleLine(one.id, one.person, told.get(one.seq), outcome, one.reason, one.checked_by, one.checked_at)
