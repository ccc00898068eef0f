"""What every page of the picture stands in: a wave, who takes part in it, and what the reader may know. Two queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from pentameter.kernel.verdict import Refused, never_was
from pentameter.operations import api as operations
from pentameter.operations.api import CoverageGrid, CoverageLine, PublishedWave, WaveCard, WaveSums
from pentameter.picture.forms import Asked, no_such_agency
from pentameter.picture.rules import figures, waves
from pentameter.picture.rules.figures import Looking


@dataclass(frozen=True, slots=True)
class Rights:
    """What the reader may know. `sees_all`: that there are reports which they may not read, and how many.

    `sees_small`: counts of people so small that they may point to one.
    """

    sees_all: bool
    reads: bool
    sees_quarantine: bool
    sees_small: bool = False


@dataclass(frozen=True)
class Frame:
    """A wave as of a moment. `lines` are those of the coverage that were asked for.

    `first_said`: what returns of the first wave of the operation say, where it was asked for and is another.
    """

    wave: WaveCard
    at: datetime
    today: date
    asked: Asked
    rights: Rights
    waves: tuple[PublishedWave, ...]
    grid: CoverageGrid
    lines: tuple[CoverageLine, ...]
    first_said: WaveSums | None

    @property
    def begun(self) -> bool:
        """Whether the wave has begun."""
        return self.wave.starts_on <= self.today

    @property
    def running(self) -> bool:
        """Whether the last of the weeks is not over."""
        return self.wave.state(self.today) == "running"

    @property
    def week_number(self) -> int:
        """The how-manieth week of the wave it is."""
        return waves.week_number(self.wave, self.today)

    @property
    def choices(self) -> tuple[WaveCard, ...]:
        """The waves that can be chosen."""
        return tuple(one.wave for one in self.waves if not one.wave.is_history)

    @property
    def first_wave(self) -> WaveCard | None:
        """The first wave of the same operation; None where this is it."""
        return waves.first_of([one.wave for one in self.waves], self.wave)

    @property
    def published(self) -> tuple[PublishedWave, ...]:
        """The waves of which figures were published."""
        return tuple(one for one in self.waves if one.figures)

    @cached_property
    def sums(self) -> operations.Sums:
        """What the returns add up to."""
        return sum((line.sums for line in self.lines), operations.Sums())

    @cached_property
    def looking(self) -> Looking:
        """Who looks, who found nothing, who is silent."""
        return figures.looking(self.lines)

    def weekly(self, figure: str) -> tuple[int, ...]:
        """What the returns of each week add up to, for one of their figures."""
        return tuple(
            sum(getattr(line.weekly[week], figure) for line in self.lines if week in line.weekly)
            for week in self.grid.weeks
        )


class NoWaveYet(Refused):
    """Nothing has begun that a picture could be of."""

    def __init__(self) -> None:
        super().__init__("There is no wave yet. The national centre begins one on the page of operations.")


def frame(asked: Asked, rights: Rights, *, at: datetime, today: date, with_first: bool = False) -> Frame:
    """The wave that was asked for, with what was said in the first one where that is wanted. Two SQL queries.

    Raises:
        Refused: there is no such wave, or none at all.
    """
    known = operations.every_wave()
    cards = [one.wave for one in known]
    wave = _wave(cards, asked.wave, today)
    first = waves.first_of(cards, wave) if with_first else None
    grid, before = operations.coverage_beside(wave, first, today)
    if asked.agency and asked.agency not in grid.areas:
        asked = asked.without(agency=True, problem=no_such_agency(asked.agency))
    lines = tuple(line for line in grid.lines if asked.agency in ("", line.participant.agency))
    return Frame(wave, at, today, asked, rights, known, grid, lines, before)


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
