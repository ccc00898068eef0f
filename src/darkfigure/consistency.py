"""Internal consistency: would the method have found the people on a list that it is not shown?

Binette and Steorts (2021, arXiv 2112.01594): the N_L people on list L are a population of known
size. Hide L; the other lists see some of those people; estimate from them how many there are, and compare with N_L. It
tests the method on populations that were in reach of a list, which is kinder than the population at large: who fails
here is not to be believed there. For five trafficking tables they report mean log relative biases of -0.17 (SparseMSE),
-0.29 (independence), -0.34 (dga), -0.52 (LCMCR) and 95% intervals that hold the truth in 0.90, 0.88, 0.80, 0.60.
"""

import math
from dataclasses import dataclass
from typing import Any

from darkfigure.attempt import applicable, attempt, drawn, seen_by_some
from darkfigure.display import aligned, html_table, limits
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate, number, whole
from darkfigure.histories import CaptureHistories
from darkfigure.progress import Progress, Steps

FAR = 0.5
"""A mean log relative bias beyond this either way (too low by 39% or too high by 65%) fails."""
FEWEST = 2
"""Lists that must have been answered for the test to say anything."""
ENOUGH = 0.5
"""So does a share of intervals below this that hold the known number."""


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
    def tested(self) -> bool:
        """Were enough lists answered for the test to say anything?"""
        return sum(row.estimate is not None for row in self.rows) >= FEWEST

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


def internal_consistency(
    histories: CaptureHistories,
    *,
    method: str = "stepwise",
    level: float = 0.95,
    replicates: int = 1000,
    seed: int = 0,
    progress: Progress | None = None,
    **settings: Any,
) -> Consistency:
    """Hide each list in turn; `settings` are the method's own. Needs three lists: one to hide, two to estimate from.

    >>> from darkfigure.histories import CaptureHistories
    >>> killings = {"E": 1131, "A": 845, "O": 936, "H": 306, "EA": 177, "EO": 228, "EH": 106, "AO": 217, "AH": 31,
    ...     "OH": 123, "EAO": 181, "EAH": 18, "EOH": 42, "AOH": 32, "EAOH": 27}
    >>> kosovo = CaptureHistories.from_mapping({tuple(lists): count for lists, count in killings.items()})
    >>> found = internal_consistency(kosovo, replicates=100)
    >>> [(row.list, row.known, round(row.estimate.total)) for row in found.rows][:2]
    [('E', 1910, 1054), ('A', 1528, 894)]
    """
    if len(histories.lists) < 3:
        raise BadInput(
            f"Three lists are needed, one to hide and two to estimate from; there are {len(histories.lists)}."
        )
    asked = applicable(method, **drawn(level, replicates, seed)) | settings
    steps = Steps(len(histories.lists), progress)
    rows = [steps.done(f"list {name} hidden", _hidden(histories, name, method, asked)) for name in histories.lists]
    return Consistency(method, tuple(rows), *_judged(rows))


def _hidden(histories: CaptureHistories, name: str, method: str, settings: dict[str, Any]) -> HiddenList:
    known = int(histories.margins[histories.place(name)])
    try:
        table = histories.restrict(name)
    except BadInput as refused:
        return HiddenList(name, known, None, str(refused))
    seen, _ = seen_by_some(table)
    if seen is None:
        return HiddenList(name, known, None, f"Fewer than two other lists see anybody of list {name}.")
    return HiddenList(name, known, *attempt(seen, method, **settings))


def _judged(rows: list[HiddenList]) -> tuple[str, bool]:
    """The sentence, and whether it fails."""
    biases = [row.log_relative_bias for row in rows if row.log_relative_bias is not None]
    refused = f" {len(rows) - len(biases)} of {len(rows)} lists were refused." if len(biases) < len(rows) else ""
    if len(biases) < FEWEST:
        return f"Too few lists could be hidden to test the method on people who are known.{refused}", False
    mean, covered = sum(biases) / len(biases), [row.covered for row in rows if row.covered is not None]
    held = f" {sum(covered)} of {len(covered)} intervals hold the known number." if covered else ""
    fails = abs(mean) > FAR or sum(covered) < ENOUGH * len(covered)
    off = f"{abs(math.expm1(mean)):.0%} too {'low' if mean < 0 else 'high'}"
    said = f"People on a hidden list are estimated {off} on average.{held}{refused}"
    return said + (" The method fails its test." if fails else ""), fails
