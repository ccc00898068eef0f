"""The table stratum by stratum (year, sex, age group, exploitation), and the sum of the strata.

If people of one stratum are easier to see by several lists than those of another, the table as a whole shows too many
overlaps, and the estimate from it is too low (Sekar and Deming 1949); within strata that is mended. Assumption: the
strata are independent, and nobody is in two of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from darkfigure import summed
from darkfigure.attempt import applicable, attempt, drawn, seen_by_some
from darkfigure.display import aligned, html_table, limits
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate, Interval, number, whole
from darkfigure.histories import CaptureHistories
from darkfigure.progress import Progress, Steps


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
        return {
            "method": self.method,
            "strata": [row.to_dict() for row in self.strata],
            "total": number(self.total),
            "dark_figure": number(self.dark_figure),
            "observed": self.observed,
            "interval": self.interval and self.interval.to_dict(),
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


def by_stratum(
    histories: CaptureHistories,
    *,
    method: str = "stepwise",
    level: float = 0.95,
    replicates: int = 1000,
    seed: int = 0,
    progress: Progress | None = None,
    **settings: Any,
) -> StrataEstimate:
    """The method in each stratum of a table that was read with strata, and the sum; `settings` are the method's own.

    A list that sees nobody in a stratum is left out there. A stratum that is refused adds the people seen in it, and
    the sum is then "at least".

    >>> from darkfigure.histories import CaptureHistories
    >>> rows = [(1, 0)] * 20 + [(0, 1)] * 30 + [(1, 1)] * 10
    >>> split = CaptureHistories.from_individuals(rows * 2, ("A", "B"), strata=["2022"] * 60 + ["2023"] * 60)
    >>> found = by_stratum(split, method="lincoln_petersen", interval="none")
    >>> [round(row.estimate.total) for row in found.strata], round(found.total)
    ([120, 120], 240)
    """
    if not histories.strata:
        raise BadInput('The table has no strata: read it with a column for them, as in from_csv(path, strata="year").')
    asked = applicable(method, **drawn(level, replicates, seed)) | settings
    steps = Steps(len(histories.strata) + 1, progress)
    rows = tuple(
        steps.done(f"stratum {name}", _stratum(name, part, method, asked))
        for name, part in sorted(histories.strata.items())
    )
    whole_table, refused = steps.done("all strata together", attempt(histories, method, **asked))
    interval = summed.interval([(row.observed, row.estimate) for row in rows], level, seed)
    total = sum(row.estimate.total if row.estimate else row.observed for row in rows)
    found = StrataEstimate(
        method, rows, total, histories.n, interval, any(row.refused for row in rows), whole_table, refused, (), seed
    )
    return replace(found, warnings=tuple(_warnings(found)))


def _stratum(name: str, part: CaptureHistories, method: str, settings: dict[str, Any]) -> Stratum:
    seen, empty = seen_by_some(part)
    if seen is None:
        alone = ", ".join(one for one in part.lists if one not in empty)
        return Stratum(name, part.n, None, f"Only list {alone} sees anybody here: there is nothing to compare.", empty)
    return Stratum(name, part.n, *attempt(seen, method, **settings), empty)


def _warnings(found: StrataEstimate) -> Iterator[str]:
    for row in found.strata:
        if row.refused:
            yield f"Stratum {row.name} is refused and adds only the {row.observed:,} people seen: the sum is at least."
        elif row.dropped:
            yield f"Stratum {row.name} is estimated without {', '.join(row.dropped)}, which sees nobody there."
    other, limits = found.unstratified, found.interval
    if other and limits and not found.at_least and not limits.low <= other.total <= limits.high:
        yield (
            f"Without strata the total is {whole(other.total)}, outside the interval of the sum: people of different "
            "strata are not seen alike, and the strata are to be preferred."
        )
