"""The harness's findings: a row for each method."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from darkfigure.estimate import number


@dataclass(frozen=True)
class HarnessRow:
    """`repeats` worlds, `refused` among them with the `reasons` counted; the rest is over the answers.

    `bias` is the mean and `median_bias` the median of log(estimate / truth), `bias_error` the standard error of that
    mean; `coverage` the share of intervals that hold the truth; `mean_log_width` the mean of log(high / low) over
    those with limits, `unlimited` of which have none above. NaN where there is nothing to take it over.
    """

    method: str
    repeats: int
    refused: int
    bias: float
    bias_error: float
    median_bias: float
    coverage: float
    mean_log_width: float
    unlimited: int
    reasons: Mapping[str, int]

    def to_dict(self) -> dict[str, Any]:
        """As JSON types; what could not be taken is None."""
        figures = ("bias", "bias_error", "median_bias", "coverage", "mean_log_width")
        return {
            "method": self.method,
            "repeats": self.repeats,
            "refused": self.refused,
            **{name: number(getattr(self, name)) for name in figures},
            "unlimited": self.unlimited,
            "reasons": dict(self.reasons),
        }

    def cells(self) -> tuple[str, ...]:
        """As text."""
        return (
            self.method,
            _percent(self.bias),
            _percent(self.median_bias),
            "" if math.isnan(self.coverage) else f"{self.coverage:.1%}",
            "" if math.isnan(self.mean_log_width) else f"x {math.exp(self.mean_log_width):.2f}",
            f"{self.refused} of {self.repeats}",
        )


HEADER = ("method", "mean bias", "median bias", "coverage", "high / low", "refused")


@dataclass(frozen=True)
class Harness:
    """A row for each method, all over the same worlds of one `scenario`, each of `truth` people."""

    scenario: str
    truth: int
    settings: Mapping[str, Any]
    rows: tuple[HarnessRow, ...]
    repeats: int
    level: float
    seed: int

    def summary(self) -> str:
        """The rows as a table of plain text."""
        rows = [HEADER, *(one.cells() for one in self.rows)]
        widths = [max(len(cells[place]) for cells in rows) for place in range(len(HEADER))]
        lines = [
            "  ".join(cell.ljust(wide) for cell, wide in zip(cells, widths, strict=True)).rstrip() for cells in rows
        ]
        reasons = [f"{one.method}: {count} refused. {why}" for one in self.rows for why, count in one.reasons.items()]
        return "\n".join([f"{self.scenario}, {self.repeats} worlds, {100 * self.level:g}% intervals", *lines, *reasons])

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {
            "scenario": self.scenario,
            "truth": self.truth,
            "settings": dict(self.settings),
            "repeats": self.repeats,
            "level": self.level,
            "seed": self.seed,
            "methods": [one.to_dict() for one in self.rows],
        }


def row(
    method: str, answers: NDArray[np.float64], truths: NDArray[np.float64], reasons: Mapping[str, int]
) -> HarnessRow:
    """From `answers` (R, 3): total, low and high, NaN if refused; `truths` (R,)."""
    answered = ~np.isnan(answers[:, 0])
    totals, low, high = answers[answered].T
    truths = truths[answered]
    away = np.log(totals / truths)
    limited = ~np.isnan(low)
    ends = limited & np.isfinite(high)
    return HarnessRow(
        method=method,
        repeats=len(answers),
        refused=int((~answered).sum()),
        bias=_mean(away),
        bias_error=float(away.std(ddof=1) / math.sqrt(away.size)) if away.size > 1 else math.nan,
        median_bias=float(np.median(away)) if away.size else math.nan,
        coverage=_mean(((low <= truths) & (truths <= high))[limited]),
        mean_log_width=_mean(np.log(high[ends] / low[ends])),
        unlimited=int((limited & ~np.isfinite(high)).sum()),
        reasons=dict(reasons),
    )


def _mean(values: NDArray[Any]) -> float:
    return float(values.mean()) if values.size else math.nan


def _percent(away: float) -> str:
    """exp of a log ratio, as a percentage above or below the truth."""
    return "" if math.isnan(away) else f"{math.expm1(away):+.1%}"
