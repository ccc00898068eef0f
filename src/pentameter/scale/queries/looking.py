"""What forces did and what is known of their areas, in one wave: for the question whether there is a problem here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pentameter.access.api import Operation, decide
from pentameter.intelligence.api import Filter, Tally, tallies
from pentameter.kernel.actor import Actor
from pentameter.kernel.periods import week_of
from pentameter.operations.api import (
    CoverageGrid,
    CoverageLine,
    WaveCard,
    WeekCell,
    WeekStatus,
    coverage_of,
    operations,
)
from pentameter.scale.rules.problem import Answer, Looking, conclude


@dataclass(frozen=True, slots=True)
class ForceLine:
    """One force in a wave: what it did, and what may be concluded. `area` is "" where it polices none of its own.

    `cells` are the weeks that are over, and the present one once there is a return for it.
    """

    agency: str
    name: str
    area: str
    seen: Looking
    answer: Answer
    cells: tuple[WeekCell, ...]


@dataclass(frozen=True, slots=True)
class Forces:
    """All forces that take part in a wave, by name. `counts_all`: reports are counted whoever may read them.

    `waves` have begun, the latest first: those that can be asked about.
    """

    wave: WaveCard
    lines: tuple[ForceLine, ...]
    counts_all: bool
    waves: tuple[WaveCard, ...]


def waves(today: date) -> tuple[WaveCard, ...]:
    """The waves that have begun, the latest first."""
    begun = (wave for one in operations() if not one.is_history for wave in one.waves if wave.starts_on <= today)
    return tuple(sorted(begun, key=lambda wave: (wave.starts_on, wave.number), reverse=True))


def forces(wave_id: UUID | None, *, by: Actor, today: date) -> Forces | None:
    """Every participant of a wave, or of the latest that has begun. None where there is no such wave."""
    begun = waves(today)
    wave = next((one for one in begun if wave_id in (None, one.id)), None)
    if wave is None:
        return None
    grid, counts_all = coverage_of(wave, today), decide(by, Operation.COUNT_WITHHELD).allowed
    by_area = tallies(by, Filter(wave=wave.id), count_withheld=counts_all).by_area
    return Forces(wave, tuple(_lines(grid, by_area)), counts_all, begun)


def _lines(grid: CoverageGrid, by_area: Mapping[str, Tally]) -> Iterable[ForceLine]:
    for line in grid.lines:
        area = grid.areas.get(line.participant.agency, "")
        cells = tuple(cell for cell in line.cells if _told(cell, grid.today))
        seen = _looking(line, cells, by_area.get(area, Tally()).counted if area else 0)
        yield ForceLine(line.participant.agency, line.participant.name, area, seen, conclude(seen), cells)


def _told(cell: WeekCell, today: date) -> bool:
    """Whether a week says something: the present one does once it has a return, and is not silent before it is over."""
    return cell.week < week_of(today) or cell.status is not WeekStatus.NONE


def _looking(line: CoverageLine, cells: Iterable[WeekCell], reports: int) -> Looking:
    weeks = [cell for cell in cells if cell.expected]

    def count(status: WeekStatus) -> int:
        return sum(cell.status is status for cell in weeks)

    quiet = [line.weekly[cell.week] for cell in weeks if cell.status is WeekStatus.NIL]
    return Looking(
        found=count(WeekStatus.FOUND),
        nil=count(WeekStatus.NIL),
        not_looked=count(WeekStatus.NOT_LOOKED),
        silent=count(WeekStatus.NONE),
        visits=sum(sums.premises_visited for sums in quiet),
        people=line.sums.people_found,
        reports=reports,
    )
