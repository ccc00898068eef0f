"""Internal consistency: would the method have found the people on a list that it is not shown?"""

import math
from dataclasses import dataclass
from typing import Any

from darkfigure.display import aligned, html_table, limits
from darkfigure.estimate import Estimate, number, whole


@dataclass(frozen=True)
class HiddenList:
    """The people on list `list`, `known` of them, as the other lists see them: the `estimate`, or why there is none."""

    list: str
    known: int
    estimate: Estimate | None
    refused: str = ""

    @property
    def covered(self) -> bool | None:
        """Does the interval hold the known number? None without an interval."""
        if self.estimate is None or self.estimate.interval is None:
            return None
        return self.estimate.interval.low <= self.known <= self.estimate.interval.high

    @property
    def log_relative_bias(self) -> float | None:
        """log of the estimate over the known number; None if refused."""
        return None if self.estimate is None else math.log(self.estimate.total / self.known)

    def cells(self) -> tuple[str, str, str, str, str, str]:
        """List, known, estimate, interval, covered, log relative bias (or the refusal), as text."""
        bias = self.log_relative_bias
        if self.estimate is None or bias is None:
            return self.list, f"{self.known:,}", "refused", "", "", self.refused
        covered = {True: "covered", False: "missed", None: ""}[self.covered]
        return self.list, f"{self.known:,}", whole(self.estimate.total), limits(self.estimate), covered, f"{bias:+.2f}"

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {
            "list": self.list,
            "known": self.known,
            "estimate": self.estimate.to_dict() if self.estimate else None,
            "refused": self.refused,
            "covered": self.covered,
            "log_relative_bias": None if self.log_relative_bias is None else number(self.log_relative_bias),
        }


@dataclass(frozen=True)
class Consistency:
    """A row for each list hidden; `fails` and its `verdict` in a sentence."""

    method: str
    rows: tuple[HiddenList, ...]
    verdict: str
    fails: bool

    @property
    def mean_log_relative_bias(self) -> float | None:
        """Over the lists that were answered; None if none was."""
        found = [row.log_relative_bias for row in self.rows if row.log_relative_bias is not None]
        return sum(found) / len(found) if found else None

    @property
    def coverage(self) -> float | None:
        """Share of the intervals that hold the known number; None if there are none."""
        found = [row.covered for row in self.rows if row.covered is not None]
        return sum(found) / len(found) if found else None

    def summary(self) -> str:
        """The rows as a table of plain text, then the verdict."""
        header = ("list", "known", "estimate", "interval", "", "log relative bias")
        lines = aligned([header, *(row.cells() for row in self.rows)])
        return "\n".join([*(line.rstrip() for line in lines), self.verdict])

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {
            "method": self.method,
            "rows": [row.to_dict() for row in self.rows],
            "mean_log_relative_bias": self.mean_log_relative_bias,
            "coverage": self.coverage,
            "verdict": self.verdict,
            "fails": self.fails,
        }

    def _repr_html_(self) -> str:
        header = ("list hidden", "known", "estimate", "interval", "", "log relative bias")
        return html_table(self.verdict, header, (row.cells() for row in self.rows))
