"""The laws that are used and those that stand out; what stands of investigations; and how many are not seen."""

from dataclasses import dataclass

from pentameter.justice import api as justice
from pentameter.justice.api import Counts, LawLine, Outcomes
from pentameter.kernel.actor import Actor
from pentameter.picture.queries.frame import Frame
from pentameter.scale import api as scale
from pentameter.scale.api import EstimateLine


@dataclass(frozen=True, slots=True)
class Laws:
    """The register as it stands today, in its own order: first what never led to a conviction."""

    lines: tuple[LawLine, ...]

    @property
    def standing_out(self) -> tuple[LawLine, ...]:
        """The laws that have never led to a conviction that is recorded here."""
        return tuple(line for line in self.lines if line.stands_out)

    @property
    def used(self) -> tuple[LawLine, ...]:
        """The laws under which anything was recorded, the most used first."""
        said = [
            line for line in self.lines if line.recorded.arrests or line.recorded.charges or line.recorded.convictions
        ]
        return tuple(sorted(said, key=lambda line: (-line.recorded.charges, -line.recorded.arrests, line.code)))


@dataclass(frozen=True, slots=True)
class Recorded:
    """Arrests to convictions of the wave's investigations; `shown`: of the agency that was asked for, or of all."""

    outcomes: Outcomes
    shown: Counts


@dataclass(frozen=True, slots=True)
class Estimates:
    """Every run that is done, the latest first."""

    lines: tuple[EstimateLine, ...]


def laws(found: Frame, by: Actor) -> Laws:
    """The register of laws. Its own look leaves the row."""
    return Laws(justice.law_lines(on=found.today, by=by))


def recorded(found: Frame, by: Actor) -> Recorded:
    """What stands of the wave's investigations. Four SQL queries."""
    counted = justice.outcomes(found.wave.id, by=by)
    agency = found.asked.agency
    return Recorded(counted, counted.by_force.get(agency, Counts()) if agency else counted)


def estimates(by: Actor) -> Estimates:
    """What was estimated. One SQL query."""
    return Estimates(scale.estimates(by=by))
