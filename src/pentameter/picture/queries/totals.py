"""The totals of a wave, for the terminal. Three SQL queries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pentameter.intelligence import api as intelligence
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused
from pentameter.operations import api as operations
from pentameter.picture.forms import Asked
from pentameter.picture.rules import figures


@dataclass(frozen=True, slots=True)
class Totals:
    """The key figures of a wave over everything that there is."""

    reports: int
    quarantined: int
    themes: Mapping[str, int]
    areas: int
    people_found: int
    premises_visited: int
    arrests: int
    agencies: int
    looked: int
    nil_returns: int
    silent: int

    def rows(self) -> tuple[tuple[str, int], ...]:
        """Label and value, in the order of the page."""
        return (
            ("Reports", self.reports),
            *((f"  {theme.replace('_', ' ')}", count) for theme, count in self.themes.items()),
            ("Rows in quarantine", self.quarantined),
            ("Areas with reports", self.areas),
            ("People found", self.people_found),
            ("Premises visited", self.premises_visited),
            ("Arrests", self.arrests),
            ("Agencies that take part", self.agencies),
            ("Agencies that have looked", self.looked),
            ("Nil returns", self.nil_returns),
            ("Agencies without any return", self.silent),
        )


def totals(wave_id: UUID, *, today: date) -> Totals:
    """The totals of a wave.

    Raises:
        Refused: there is no such wave.
    """
    grid = operations.coverage(wave_id, today)
    if grid is None:
        raise Refused("There is no such wave.", hidden=True)
    counted = intelligence.tallies(SYSTEM, Asked().filter(wave_id), count_withheld=True)
    looking = figures.looking(grid.lines)
    by_size = sorted(counted.by_theme.items(), key=lambda one: (-one[1].counted, one[0]))
    return Totals(
        reports=counted.total.counted,
        quarantined=counted.quarantined,
        themes={theme: tally.counted for theme, tally in by_size},
        areas=sum(1 for area in counted.by_area if area),
        people_found=grid.sums.people_found,
        premises_visited=grid.sums.premises_visited,
        arrests=grid.sums.arrests,
        agencies=looking.taking_part,
        looked=looking.looked,
        nil_returns=looking.nil_returns,
        silent=len(looking.silent),
    )
