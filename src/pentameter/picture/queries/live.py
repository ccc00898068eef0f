"""What is counted live besides reports: people rescued, and the first wave of the operation to look at beside it."""

from dataclasses import dataclass
from datetime import date

from pentameter.intelligence import api as intelligence
from pentameter.intelligence.api import Tally
from pentameter.kernel.actor import Actor
from pentameter.operations.api import CoverageGrid, Sums, WaveCard
from pentameter.picture.queries.frame import Frame
from pentameter.victims import api as victims
from pentameter.victims.api import RescuedOn


@dataclass(frozen=True, slots=True)
class Earlier:
    """The first wave of the operation, counted as this one is."""

    wave: WaveCard
    sums: Sums
    reports: Tally
    rescued: int


@dataclass(frozen=True)
class Live:
    """People rescued, of the agencies that were asked for, by agency and day."""

    as_of: date
    rescued: tuple[RescuedOn, ...] = ()
    first: Earlier | None = None

    @property
    def people(self) -> int:
        """Everybody."""
        return sum(one.people for one in self.rescued)


def live(found: Frame, by: Actor) -> Live:
    """The live counts of a wave. One SQL query, and one more where the first wave is looked at beside it."""
    first = found.first_grid
    waves = [found.wave.id, *([first.wave.id] if first else [])]
    rescued = [one for one in victims.rescued_by_day(waves) if found.asked.agency in ("", one.agency)]
    ours = tuple(one for one in rescued if one.wave == found.wave.id)
    before = sum(one.people for one in rescued if one.wave != found.wave.id)
    return Live(found.today, ours, _earlier(found, first, before, by) if first else None)


def _earlier(found: Frame, first: CoverageGrid, rescued: int, by: Actor) -> Earlier:
    counted = intelligence.tallies(by, found.asked.filter(first.wave.id), count_withheld=found.rights.sees_all)
    said = (line.sums for line in first.lines if found.asked.agency in ("", line.participant.agency))
    return Earlier(first.wave, sum(said, Sums()), counted.total, rescued)
