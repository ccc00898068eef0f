"""What was published of earlier waves."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pentameter.operations.models import PublishedResult, Wave
from pentameter.operations.queries.cards import OperationCard, WaveCard, operation
from pentameter.operations.rules.results import Disagreement, Figure, disagreements


@dataclass(frozen=True, slots=True)
class PublishedWave:
    """A wave's published figures, and where they contradict each other."""

    wave: WaveCard
    figures: tuple[Figure, ...]
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """Everything that was published of an operation."""

    operation: OperationCard
    waves: tuple[PublishedWave, ...]


def published(wave_id: UUID) -> tuple[Figure, ...]:
    """The figures published of one wave, in the order of their sources. One SQL query."""
    return tuple(_figure(row) for row in PublishedResult.objects.filter(wave_id=wave_id).order_by("order"))


def results(slug: str) -> ResultsPage | None:
    """The figures published of an operation, wave by wave. Three SQL queries."""
    found = operation(slug)
    if found is None:
        return None
    figures: dict[UUID, list[Figure]] = {}
    for row in PublishedResult.objects.filter(wave__operation_id=slug).order_by("order"):
        figures.setdefault(row.wave_id, []).append(_figure(row))
    waves = (
        PublishedWave(wave, tuple(figures[wave.id]), disagreements(figures[wave.id]))
        for wave in found.waves
        if wave.id in figures
    )
    return ResultsPage(found, tuple(waves))


def every_wave() -> tuple[PublishedWave, ...]:
    """Every wave of every operation, history last, each with what was published of it. One SQL query."""
    rows = Wave.objects.order_by("operation__is_history", "operation__name", "number", "published__order")
    found: dict[UUID, tuple[WaveCard, list[Figure]]] = {}
    for row in rows.values(*_WAVE, *_PUBLISHED):
        _, figures = found.setdefault(row["id"], (_card(row), []))
        if row["published__order"] is not None:
            figures.append(Figure(*(row[name] for name in _PUBLISHED[1:])))
    return tuple(PublishedWave(card, tuple(figures), disagreements(figures)) for card, figures in found.values())


_WAVE = (
    *("id", "operation_id", "operation__name", "operation__is_history"),
    *("number", "name", "starts_on", "ends_on", "note", "version"),
)
_PUBLISHED = (
    *("published__order", "published__measure", "published__value", "published__as_of"),
    *("published__source", "published__note", "published__compared_as"),
)


def _card(row: dict[str, Any]) -> WaveCard:
    return WaveCard(*(row[name] for name in _WAVE))


def _figure(row: PublishedResult) -> Figure:
    return Figure(row.measure, row.value, row.as_of, row.source, row.note, row.compared_as)
