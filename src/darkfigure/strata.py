"""The table stratum by stratum (year, sex, age group, exploitation), and the sum of the strata."""

from dataclasses import dataclass
from typing import Any

from darkfigure.display import aligned, html_table, limits
from darkfigure.estimate import Estimate, Interval, number, whole


@dataclass(frozen=True)
class Stratum:
    """One stratum's `estimate`, or why it was `refused`; `dropped` are the lists that see nobody there."""

    name: str
    observed: int
    estimate: Estimate | None
    refused: str = ""
    dropped: tuple[str, ...] = ()

    def cells(self) -> tuple[str, str, str, str, str]:
        """Stratum, seen, total, interval, remark, as text."""
        dropped = f"without {', '.join(self.dropped)}, which sees nobody here" if self.dropped else ""
        if self.estimate is None:
            return self.name, f"{self.observed:,}", "refused", "", self.refused
        return self.name, f"{self.observed:,}", whole(self.estimate.total), limits(self.estimate), dropped

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {
            "name": self.name,
            "observed": self.observed,
            "estimate": self.estimate.to_dict() if self.estimate else None,
            "refused": self.refused,
            "dropped": list(self.dropped),
        }


@dataclass(frozen=True)
class StrataEstimate:
    """`strata` one by one; their sum, `total` with `interval`; `at_least`: a stratum was refused and only its observed
    people are in the sum; `unstratified`: the estimate for the table as a whole (None: `unstratified_refused`)."""

    method: str
    strata: tuple[Stratum, ...]
    total: float
    observed: int
    interval: Interval | None
    at_least: bool
    unstratified: Estimate | None
    unstratified_refused: str
    warnings: tuple[str, ...]
    seed: int

    @property
    def dark_figure(self) -> float:
        """People of all strata never seen."""
        return self.total - self.observed

    def summary(self) -> str:
        """The strata as a table of plain text, the sum, the comparison, the warnings."""
        lines = [line.rstrip() for line in aligned([self._header, *(row.cells() for row in self.strata), self._sum])]
        return "\n".join([*lines, *(f"Caution: {warning}" for warning in self.warnings)])

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        interval = self.interval and {
            "kind": self.interval.kind,
            "level": self.interval.level,
            "low": number(self.interval.low),
            "high": number(self.interval.high),
        }
        return {
            "method": self.method,
            "strata": [row.to_dict() for row in self.strata],
            "total": number(self.total),
            "dark_figure": number(self.dark_figure),
            "observed": self.observed,
            "interval": interval,
            "at_least": self.at_least,
            "unstratified": self.unstratified.to_dict() if self.unstratified else None,
            "unstratified_refused": self.unstratified_refused,
            "warnings": list(self.warnings),
            "seed": self.seed,
        }

    def _repr_html_(self) -> str:
        return html_table(f"{self.method} by stratum", self._header, [*(row.cells() for row in self.strata), self._sum])

    @property
    def _header(self) -> tuple[str, str, str, str, str]:
        return "stratum", "seen", "total", "interval", ""

    @property
    def _sum(self) -> tuple[str, str, str, str, str]:
        limits = f"{whole(self.interval.low)} to {whole(self.interval.high)}" if self.interval else ""
        total = f"at least {whole(self.total)}" if self.at_least else whole(self.total)
        return "all strata", f"{self.observed:,}", total, limits, ""
