"""What was published of earlier waves."""

from dataclasses import dataclass
from uuid import UUID

from pentameter.operations.models import PublishedResult
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


def _figure(row: PublishedResult) -> Figure:
    return Figure(row.measure, row.value, row.as_of, row.source, row.note, row.compared_as)
