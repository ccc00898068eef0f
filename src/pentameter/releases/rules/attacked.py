"""What the attacker found: which numbers can be bounded, and how closely."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bound:
    """All that can be concluded of a hidden cell. `high` None: no limit."""

    cell: str
    low: float
    high: float | None


@dataclass(frozen=True)
class Attacked:
    """What the attacker found over `releases` earlier tables and these: how many cells, and which are given away."""

    cells: int
    checked: int
    earlier: int
    bounds: tuple[Bound, ...] = ()
    given_away: tuple[str, ...] = ()

    @property
    def safe(self) -> bool:
        """Whether nothing is given away."""
        return not self.given_away
