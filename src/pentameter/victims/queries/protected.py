"""How many people are protected, and of how many that could end soon. Counts alone: neither who nor where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

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
    """Both clocks over all cases. Two SQL queries. What was worked out before `today` says nothing of today."""
    people = Case.objects.exclude(state=CaseState.ERASED.value).count()
    living = Exists(Case.objects.filter(pk=OuterRef("case")).exclude(state=CaseState.ERASED.value))
    going = Q(state__in=(State.RUNNING.value, State.AWAITING.value))
    rows = Standing.objects.filter(living, on__gte=today).values("clock").order_by()
    found = rows.annotate(
        running=Count("pk", filter=Q(state=State.RUNNING.value)),
        awaiting=Count("pk", filter=Q(state=State.AWAITING.value)),
        ended=Count("pk", filter=Q(state=State.ENDED.value)),
        **{f"in_{days}": Count("pk", filter=going & _within(today, days)) for days in NOTICES},
    )
    by_clock: dict[str, Any] = {row["clock"]: row for row in found}
    return ProtectionCounts(*(_counted(by_clock.get(one.value, {}), people) for one in (Clock.REMOVAL, Clock.SUPPORT)))


def _counted(row: Mapping[str, int], people: int) -> ClockCount:
    running, awaiting, ended = (row.get(name, 0) for name in ("running", "awaiting", "ended"))
    ending = tuple((days, row.get(f"in_{days}", 0)) for days in NOTICES)
    return ClockCount(people, running, awaiting, people - running - awaiting - ended, ended, ending)


def _within(today: date, days: int) -> Q:
    return Q(earliest_end__lte=today + timedelta(days=days))
