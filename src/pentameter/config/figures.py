"""The picture's totals, for the terminal."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any
from uuid import UUID

from pentameter.kernel import clock
from pentameter.operations import api as operations
from pentameter.picture import api as pictures

Rows = list[tuple[str, str]]


def totals(wave_id: UUID | None = None) -> Iterator[tuple[str, Rows]]:
    """A title and rows of label and value for a wave, or for every wave of every operation that is not history."""
    for one in _waves(wave_id):
        found = pictures.totals(one.id, today=clock.today())
        yield f"{one.operation_name}, {one.name}", [(label, f"{value:,}") for label, value in found.rows()]


def as_dict(wave_id: UUID) -> dict[str, Any]:
    """The totals of a wave, for JSON."""
    return asdict(pictures.totals(wave_id, today=clock.today()))


def _waves(wave_id: UUID | None) -> list[operations.WaveCard]:
    if wave_id is not None:
        found = operations.wave(wave_id)
        return [found] if found else []
    return [wave for one in operations.operations() if not one.is_history for wave in one.waves]
