"""How many people are protected, and of how many that could end soon. Counts alone: neither who nor where."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q

from pentameter.victims.models import Case, Standing
from pentameter.victims.rules.ahead import NOTICES
from pentameter.victims.rules.cases import CaseState
from pentameter.victims.rules.events import Clock
from pentameter.victims.rules.protection import State


@dataclass(frozen=True, slots=True)
class ClockCount:
    """How a clock stands over all cases that were not erased.

    `unsure`: its state is not known, or was not worked out today; they are protected. `ending` says of how many
    running ones the earliest end lies within so many days from today; the counts hold each other, 14 holds 7 holds 2.
    """

    people: int
    running: int
    awaiting: int
    unsure: int
    ended: int
    ending: tuple[tuple[int, int], ...]

    @property
    def protected(self) -> int:
        """Everybody of whom it is not certain that it has ended."""
        return self.people - self.ended


@dataclass(frozen=True, slots=True)
class ProtectionCounts:
    """Both clocks, on a day."""

    removal: ClockCount
    support: ClockCount


def protection_counts(today: date) -> ProtectionCounts:
    """Both clocks over all cases. Three SQL queries. What was worked out before `today` says nothing of today."""
    people = Case.objects.exclude(state=CaseState.ERASED.value).count()
    return ProtectionCounts(_counted(Clock.REMOVAL, people, today), _counted(Clock.SUPPORT, people, today))


def _counted(clock: Clock, people: int, today: date) -> ClockCount:
    living = Exists(Case.objects.filter(pk=OuterRef("case")).exclude(state=CaseState.ERASED.value))
    rows = Standing.objects.filter(living, clock=clock.value, on__gte=today)
    running = Q(state=State.RUNNING.value) | Q(state=State.AWAITING.value)
    soon = {f"in_{days}": Count("pk", filter=running & _within(today, days)) for days in NOTICES}
    found = rows.aggregate(
        running=Count("pk", filter=Q(state=State.RUNNING.value)),
        awaiting=Count("pk", filter=Q(state=State.AWAITING.value)),
        ended=Count("pk", filter=Q(state=State.ENDED.value)),
        **soon,
    )
    sure = found["running"] + found["awaiting"] + found["ended"]
    ending = tuple((days, found[f"in_{days}"]) for days in NOTICES)
    return ClockCount(people, found["running"], found["awaiting"], people - sure, found["ended"], ending)


def _within(today: date, days: int) -> Q:
    return Q(earliest_end__lte=today + timedelta(days=days))
