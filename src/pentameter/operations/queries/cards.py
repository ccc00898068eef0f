"""Operations and waves, as others see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from pentameter.kernel.periods import Period
from pentameter.operations.models import Operation, Wave


@dataclass(frozen=True, slots=True)
class WaveCard:
    """A wave. `note` says what is not certain of it; `version` guards against lost updates."""

    id: UUID
    operation: str
    operation_name: str
    is_history: bool
    number: int
    name: str
    starts_on: date
    ends_on: date | None
    note: str
    version: int

    @property
    def period(self) -> Period:
        """Its days."""
        return Period(self.starts_on, self.ends_on)

    def state(self, today: date) -> str:
        """Whether it is still to come, runs, or has ended, in a word."""
        if today < self.starts_on:
            return "planned"
        return "running" if today in self.period else "ended"


@dataclass(frozen=True, slots=True)
class OperationCard:
    """An operation with its waves, in order. `is_history`: kept for what was published of it; nothing is filed."""

    slug: str
    name: str
    purpose: str
    is_history: bool
    waves: tuple[WaveCard, ...]


def wave(wave_id: UUID) -> WaveCard | None:
    """One wave. One SQL query."""
    row = Wave.objects.select_related("operation").filter(pk=wave_id).first()
    return card(row) if row else None


def waves_of(operation: str) -> tuple[WaveCard, ...]:
    """The waves of an operation, by number. One SQL query."""
    rows = Wave.objects.select_related("operation").filter(operation_id=operation).order_by("number")
    return tuple(card(row) for row in rows)


def waves_beside(wave_id: UUID) -> tuple[WaveCard, ...]:
    """The waves of the operation that a wave belongs to, itself among them, by number. One SQL query."""
    rows = Wave.objects.select_related("operation").filter(operation__waves=wave_id).order_by("number")
    return tuple(card(row) for row in rows)


def operations() -> tuple[OperationCard, ...]:
    """Every operation: those that run first, history last. Two SQL queries."""
    return _with_waves(Operation.objects.order_by("is_history", "name"))


def operation(slug: str) -> OperationCard | None:
    """One operation. Two SQL queries."""
    return next(iter(_with_waves(Operation.objects.filter(pk=slug))), None)


def current_wave(operation: str, today: date) -> WaveCard | None:
    """The wave to look at first: the latest that has begun, and before any has, the first to come. One SQL query."""
    waves = waves_of(operation)
    begun = [one for one in waves if one.starts_on <= today]
    return max(begun, key=lambda one: (one.starts_on, one.number)) if begun else next(iter(waves), None)


def wave_for(agency: str, day: date) -> WaveCard | None:
    """The wave that an agency's report of `day` belongs to: one that it takes part in and whose days hold `day`.

    Where there are several, a wave without an end comes first, then the one that began last. One SQL query.
    """
    rows = (
        Wave.objects.select_related("operation")
        .filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day, operation__is_history=False)
        .filter(participations__agency_id=agency)
        .distinct()
    )
    found = [card(row) for row in rows]
    return max(found, key=lambda one: (one.ends_on is None, one.starts_on, one.number), default=None)


def card(row: Wave) -> WaveCard:
    """The card of a wave that was loaded with its operation."""
    return WaveCard(
        id=row.id,
        operation=row.operation_id,
        operation_name=row.operation.name,
        is_history=row.operation.is_history,
        number=row.number,
        name=row.name,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        note=row.note,
        version=row.version,
    )


def _with_waves(rows: Iterable[Operation]) -> tuple[OperationCard, ...]:
    found = list(rows)
    waves = Wave.objects.select_related("operation").filter(operation__in=found).order_by("number")
    by_operation: dict[str, list[WaveCard]] = {}
    for row in waves:
        by_operation.setdefault(row.operation_id, []).append(card(row))
    return tuple(
        OperationCard(one.slug, one.name, one.purpose, one.is_history, tuple(by_operation.get(one.slug, ())))
        for one in found
    )
