"""The picture of a wave as values: what is counted, who looked, what was published. Four SQL queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from pentameter.intelligence import api as intelligence
from pentameter.intelligence.api import ReportLine, Tallies, Tally
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was
from pentameter.look.charts.areas import tiles
from pentameter.operations import api as operations
from pentameter.operations.api import CoverageGrid, CoverageLine, PublishedWave, WaveCard
from pentameter.picture.forms import Asked, no_such_agency
from pentameter.picture.rules import areas as area_rules
from pentameter.picture.rules import figures, prices, waves
from pentameter.picture.rules.areas import AreaLine
from pentameter.picture.rules.figures import Looking
from pentameter.picture.rules.prices import PriceLine

LATEST = 9
NOWHERE = ""


@dataclass(frozen=True, slots=True)
class Rights:
    """What the reader may know. `sees_all`: that there are reports which they may not read, and how many."""

    sees_all: bool
    reads: bool
    sees_quarantine: bool


@dataclass(frozen=True)
class Picture:
    """Everything that the page says of a wave, as of a moment.

    `lines` are those of the coverage that were asked for; `areas` are the 49 of the map, by name; `elsewhere` holds
    reports whose area is not on it, those without any under an empty name.
    """

    wave: WaveCard
    at: datetime
    today: date
    asked: Asked
    rights: Rights
    waves: tuple[PublishedWave, ...]
    grid: CoverageGrid
    lines: tuple[CoverageLine, ...]
    tallies: Tallies
    areas: tuple[AreaLine, ...]
    elsewhere: tuple[tuple[str, Tally], ...]
    latest: tuple[ReportLine, ...]

    @property
    def begun(self) -> bool:
        """Whether the wave has begun."""
        return self.wave.starts_on <= self.today

    @property
    def running(self) -> bool:
        """Whether the last of the weeks is not over."""
        return self.wave.state(self.today) == "running"

    @property
    def tells_withheld(self) -> bool:
        """Whether what may not be read is told beside what may. Who reads no report at all is told the counts alone."""
        return self.rights.reads and self.rights.sees_all and self.tallies.total.withheld > 0

    @property
    def week_number(self) -> int:
        """The how-manieth week of the wave it is."""
        return waves.week_number(self.wave, self.today)

    @property
    def choices(self) -> tuple[WaveCard, ...]:
        """The waves that can be chosen."""
        return tuple(one.wave for one in self.waves if not one.wave.is_history)

    @property
    def published(self) -> tuple[PublishedWave, ...]:
        """The waves of which figures were published."""
        return tuple(one for one in self.waves if one.figures)

    @cached_property
    def weeks(self) -> tuple[date, ...]:
        """The weeks of the wave so far, and any other week that has reports."""
        return tuple(sorted({*self.grid.weeks, *self.tallies.by_week}))

    @cached_property
    def sums(self) -> operations.Sums:
        """What the returns add up to."""
        return sum((line.sums for line in self.lines), operations.Sums())

    @cached_property
    def looking(self) -> Looking:
        """Who looks, who found nothing, who is silent."""
        return figures.looking(self.lines)

    @cached_property
    def prices(self) -> tuple[PriceLine, ...]:
        """Advertised prices by currency."""
        return tuple(map(prices.price_line, self.tallies.prices))

    def weekly(self, figure: str) -> tuple[int, ...]:
        """What the returns of each week add up to, for one of their figures."""
        return tuple(
            sum(getattr(line.weekly[week], figure) for line in self.lines if week in line.weekly)
            for week in self.grid.weeks
        )


def picture(asked: Asked, actor: Actor, rights: Rights, *, at: datetime, today: date) -> Picture:
    """The picture that was asked for, as the actor may see it. Four SQL queries.

    Raises:
        Refused: there is no such wave, or none at all.
    """
    known = operations.every_wave()
    wave = _wave([one.wave for one in known], asked.wave, today)
    grid = operations.coverage_of(wave, today)
    if asked.agency and asked.agency not in grid.areas:
        asked = asked.without(agency=True, problem=no_such_agency(asked.agency))
    narrowed = asked.filter(wave.id)
    counted = intelligence.tallies(actor, narrowed, count_withheld=rights.sees_all)
    lines = tuple(line for line in grid.lines if asked.agency in ("", line.participant.agency))
    return Picture(
        wave=wave,
        at=at,
        today=today,
        asked=asked,
        rights=rights,
        waves=known,
        grid=grid,
        lines=lines,
        tallies=counted,
        areas=_areas(counted, grid, asked, rights),
        elsewhere=_elsewhere(counted),
        latest=intelligence.latest(actor, narrowed, until=today, limit=LATEST) if rights.reads else (),
    )


class NoWaveYet(Refused):
    """Nothing has begun that a picture could be of."""

    def __init__(self) -> None:
        super().__init__("There is no wave yet. The national centre begins one on the page of operations.")


def _wave(known: Sequence[WaveCard], wanted: UUID | None, today: date) -> WaveCard:
    if wanted is None:
        found = waves.wave_to_show(known, today)
        if found is None:
            raise NoWaveYet
        return found
    chosen = next((one for one in known if one.id == wanted), None)
    if chosen is None:
        raise never_was()
    return chosen


def _areas(counted: Tallies, grid: CoverageGrid, asked: Asked, rights: Rights) -> tuple[AreaLine, ...]:
    by_area = area_rules.lines_by_area(grid.lines, grid.areas)
    return tuple(
        area_rules.area_line(
            tile.area,
            counted.by_area.get(tile.area, Tally()),
            by_area.get(tile.area, []),
            sees_all=rights.sees_all,
            narrowed=asked.narrowed,
        )
        for tile in sorted(tiles(), key=lambda tile: tile.area)
    )


def _elsewhere(counted: Tallies) -> tuple[tuple[str, Tally], ...]:
    on_map = {tile.area for tile in tiles()}
    return tuple(sorted((area, tally) for area, tally in counted.by_area.items() if area not in on_map))
