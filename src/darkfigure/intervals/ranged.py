"""An interval with what must be said about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scipy.special import ndtri

from darkfigure.errors import BadInput
from darkfigure.estimate import Interval


@dataclass(frozen=True)
class Ranged:
    """Limits, the figures behind them, and sentences of caution."""

    interval: Interval | None
    diagnostics: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def checked_level(level: float) -> float:
    """A nominal coverage: above a half, below one."""
    if not 0.5 < level < 1.0:
        raise BadInput(f"The level of an interval lies between 0.5 and 1; {level:g} was given.")
    return level


def normal_quantile(level: float) -> float:
    """1.96 for a level of 0.95."""
    return float(ndtri(0.5 + checked_level(level) / 2.0))
