"""How protection stands over all cases, and what waits at the screening of removal lists. Counts alone."""

from dataclasses import dataclass
from datetime import date

from pentameter.decisions import api as decisions
from pentameter.decisions.api import Screened
from pentameter.picture.queries.frame import Frame
from pentameter.victims import api as victims
from pentameter.victims.api import ProtectionCounts


@dataclass(frozen=True, slots=True)
class Protecting:
    """Both clocks, when all of them were last looked at, and the lines of removal lists that are held."""

    counts: ProtectionCounts
    looked_on: date | None
    screened: Screened


def protecting(found: Frame) -> Protecting:
    """How protection stands. Four SQL queries."""
    return Protecting(
        counts=victims.protection_counts(found.today),
        looked_on=victims.looked_ahead_on(),
        screened=decisions.screened(),
    )
