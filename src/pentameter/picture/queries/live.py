"""What is counted live besides reports: people rescued, and the first wave of the operation to look at beside it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pentameter.access.api import Operation, decide
from pentameter.intelligence import api as intelligence
from pentameter.intelligence.api import Tally
from pentameter.justice import api as justice
from pentameter.justice.api import Counts, Outcomes
from pentameter.kernel.actor import Actor
from pentameter.kernel.periods import week_of
from pentameter.operations.api import Sums, WaveCard, WaveSums
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
    """People rescued, of the agencies that were asked for, by agency and day.

    `recorded`: arrests, charges and convictions of investigations; None where the reader may not see them.
    """

    as_of: date
    rescued: tuple[RescuedOn, ...] = ()
    first: Earlier | None = None
    recorded: Outcomes | None = None

    def recorded_of(self, agency: str) -> Counts:
        """What is recorded of the investigations that an agency leads; of all where none is asked for."""
        if self.recorded is None:
            return Counts()
        return self.recorded.by_force.get(agency, Counts()) if agency else self.recorded

    @cached_property
    def by_week(self) -> Counter[date]:
        """Everybody, by the Monday of the week in which they were found."""
        counted: Counter[date] = Counter()
        for one in self.rescued:
            counted[week_of(one.day)] += one.people
        return counted

    @property
    def people(self) -> int:
        """Everybody."""
        return sum(one.people for one in self.rescued)


def live(found: Frame, by: Actor) -> Live:
    """The live counts of a wave. Two SQL queries, and one more where the first wave is looked at beside it."""
    first = found.first_said
    agency = found.asked.agency
    if first:
        rescued, before = victims.rescued_beside(found.wave.id, first.wave.id, agency=agency)
    else:
        rescued, before = victims.rescued_by_day([found.wave.id], agency=agency), 0
    sees = decide(by, Operation.VIEW_OUTCOMES).allowed
    recorded = justice.headline(found.wave.id, by=by) if sees else None
    return Live(found.today, rescued, _earlier(found, first, before, by) if first else None, recorded)


def _earlier(found: Frame, first: WaveSums, rescued: int, by: Actor) -> Earlier:
    counted = intelligence.total_of(by, found.asked.filter(first.wave.id), count_withheld=found.rights.sees_all)
    return Earlier(first.wave, first.of(found.asked.agency), counted, rescued)
