"""How far the answer moves when a list is left out, two are merged, a setting or an assumption is changed.

Leaving lists out and merging them: Sharifi Far, King, Bird, Overstall, Worthington and Jewell (2021), Crime and
Delinquency, doi 10.1177/0011128720951429. The threshold: Chan, Silverman and Vincent (2021). The curve: see
`highest_order`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from darkfigure import highest_order
from darkfigure.attempt import applicable, attempt, drawn
from darkfigure.display import aligned, html_table
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate
from darkfigure.histories import CaptureHistories
from darkfigure.progress import Progress, Steps
from darkfigure.variants import AtOddsRatio, AtThreshold, ChangedLists

THRESHOLDS = (0.0, 0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)


@dataclass(frozen=True)
class Sensitivity:
    """`baseline`, the estimate on the table as it is (None: `refused` says why), and what changes make of it.

    `omitted` has a row for each list, `merged` one for each pair, `thresholds` one for each threshold of the stepwise
    choice, `highest_order` the curve of totals; `remarks` say why one of them is empty.
    """

    method: str
    baseline: Estimate | None
    refused: str
    omitted: tuple[ChangedLists, ...]
    merged: tuple[ChangedLists, ...]
    thresholds: tuple[AtThreshold, ...]
    highest_order: tuple[AtOddsRatio, ...]
    remarks: tuple[str, ...] = ()

    def summary(self) -> str:
        """All of it as plain text."""
        lines = [self.baseline.summary() if self.baseline else f"{self.method}: refused. {self.refused}"]
        for title, rows in self._tables():
            lines += ["", f"{title}:", *(line.rstrip() for line in aligned(rows))] if rows else []
        return "\n".join([*lines, *self.remarks])

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {
            "method": self.method,
            "baseline": self.baseline.to_dict() if self.baseline else None,
            "refused": self.refused,
            "omitted": [row.to_dict() for row in self.omitted],
            "merged": [row.to_dict() for row in self.merged],
            "thresholds": [row.to_dict() for row in self.thresholds],
            "highest_order": [row.to_dict() for row in self.highest_order],
            "remarks": list(self.remarks),
        }

    def _repr_html_(self) -> str:
        header = ("", "total", "interval", "remark")
        return "".join(html_table(title, header, rows) for title, rows in self._tables() if rows)

    def _tables(self) -> list[tuple[str, list[tuple[str, str, str, str]]]]:
        return [
            ("Without a list", [row.cells() for row in self.omitted]),
            ("With two lists as one", [row.cells() for row in self.merged]),
            ("By the threshold for adding pairs", [row.cells() for row in self.thresholds]),
            ("By the highest-order odds ratio", [row.cells() for row in self.highest_order]),
        ]


def sensitivity(
    histories: CaptureHistories,
    *,
    method: str = "stepwise",
    level: float = 0.95,
    replicates: int = 0,
    seed: int = 0,
    thresholds: Sequence[float] = THRESHOLDS,
    odds_ratios: Sequence[float] = highest_order.ODDS_RATIOS,
    progress: Progress | None = None,
    **settings: Any,
) -> Sensitivity:
    """Omit each list, merge each pair, walk the threshold of stepwise, and the curve of the untestable assumption.

    `settings` are the method's own. Without `replicates` the totals have no intervals where these would be drawn.

    >>> from darkfigure.histories import CaptureHistories
    >>> killings = {"E": 1131, "A": 845, "O": 936, "H": 306, "EA": 177, "EO": 228, "EH": 106, "AO": 217, "AH": 31,
    ...     "OH": 123, "EAO": 181, "EAH": 18, "EOH": 42, "AOH": 32, "EAOH": 27}
    >>> kosovo = CaptureHistories.from_mapping({tuple(lists): count for lists, count in killings.items()})
    >>> [(row.lists[0], round(row.estimate.total)) for row in sensitivity(kosovo).omitted]
    [('E', 6044), ('A', 7129), ('O', 7297), ('H', 22301)]
    """
    drawing = drawn(level, replicates, seed)
    asked = applicable(method, **drawing) | settings
    walk = applicable("stepwise", **drawing)
    pairs = list(combinations(histories.lists, 2)) if len(histories.lists) > 2 else []
    steps = Steps(1 + len(histories.lists) + len(pairs) + len(thresholds), progress)
    baseline, refused = steps.done("all lists", attempt(histories, method, **asked))
    omitted = [steps.done(f"without {name}", _without(histories, name, method, asked)) for name in histories.lists]
    merged = [steps.done(f"{' with '.join(pair)}", _merged(histories, pair, method, asked)) for pair in pairs]
    walked = [
        AtThreshold(one, *steps.done(f"threshold {one:g}", attempt(histories, "stepwise", threshold=one, **walk)))
        for one in thresholds
    ]
    curve, remark = highest_order.curve(histories, baseline, odds_ratios)
    remarks = (remark,) if remark else ()
    return Sensitivity(method, baseline, refused, tuple(omitted), tuple(merged), tuple(walked), curve, remarks)


def _without(histories: CaptureHistories, name: str, method: str, settings: dict[str, Any]) -> ChangedLists:
    try:
        table = histories.drop(name)
    except BadInput as refused:
        return ChangedLists((name,), None, str(refused))
    return ChangedLists((name,), *attempt(table, method, **settings))


def _merged(histories: CaptureHistories, pair: tuple[str, ...], method: str, settings: dict[str, Any]) -> ChangedLists:
    return ChangedLists(pair, *attempt(histories.merge(pair), method, **settings))
