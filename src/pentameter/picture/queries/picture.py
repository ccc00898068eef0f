"""The reports of a wave as values: what is counted, where, and the latest of them. Four SQL queries with its frame."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from pentameter.intelligence import api as intelligence
from pentameter.intelligence.api import ReportLine, Tallies, Tally
from pentameter.kernel.actor import Actor
from pentameter.look.charts.areas import tiles
from pentameter.operations.api import CoverageGrid
from pentameter.picture.forms import Asked
from pentameter.picture.queries.frame import Frame, NoWaveYet, Rights, frame
from pentameter.picture.rules import areas as area_rules
from pentameter.picture.rules import prices
from pentameter.picture.rules.areas import AreaLine
from pentameter.picture.rules.prices import PriceLine

__all__ = ["LATEST", "NoWaveYet", "Picture", "Rights", "counted_in", "picture"]

LATEST = 9


@dataclass(frozen=True)
class Picture(Frame):
    """Everything that the pages say of the reports of a wave, as of a moment.

    `areas` are the 49 of the map, by name; `elsewhere` holds reports whose area is not on it, those without any under
    an empty name.
    """

    tallies: Tallies
    areas: tuple[AreaLine, ...]
    elsewhere: tuple[tuple[str, Tally], ...]
    latest: tuple[ReportLine, ...]

    @property
    def tells_withheld(self) -> bool:
        """Whether what may not be read is told beside what may. Who reads no report at all is told the counts alone."""
        return self.rights.reads and self.rights.sees_all and self.tallies.total.withheld > 0

    @cached_property
    def weeks(self) -> tuple[date, ...]:
        """The weeks of the wave so far, and any other week that has reports."""
        return tuple(sorted({*self.grid.weeks, *self.tallies.by_week}))

    @cached_property
    def prices(self) -> tuple[PriceLine, ...]:
        """Advertised prices by currency."""
        return tuple(map(prices.price_line, self.tallies.prices))


def picture(asked: Asked, actor: Actor, rights: Rights, *, at: datetime, today: date) -> Picture:
    """The picture that was asked for, as the actor may see it. Four SQL queries.

    Raises:
        Refused: there is no such wave, or none at all.
    """
    return counted_in(frame(asked, rights, at=at, today=today), actor, latest=LATEST if rights.reads else 0)


def counted_in(found: Frame, actor: Actor, *, latest: int = 0) -> Picture:
    """The same, in a frame that is at hand, with so many of the latest reports. At most two SQL queries."""
    asked, rights = found.asked, found.rights
    narrowed = asked.filter(found.wave.id)
    counted = intelligence.tallies(actor, narrowed, count_withheld=rights.sees_all)
    return Picture(
        wave=found.wave,
        at=found.at,
        today=found.today,
        asked=asked,
        rights=rights,
        waves=found.waves,
        grid=found.grid,
        lines=found.lines,
        first_said=found.first_said,
        tallies=counted,
        areas=_areas(counted, found.grid, asked, rights),
        elsewhere=_elsewhere(counted),
        latest=intelligence.latest(actor, narrowed, until=found.today, limit=latest) if latest else (),
    )


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
