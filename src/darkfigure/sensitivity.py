"""How far the answer moves when a list is left out, two are merged, a setting or an assumption is changed."""

from dataclasses import dataclass
from typing import Any

from darkfigure.display import aligned, html_table
from darkfigure.estimate import Estimate
from darkfigure.variants import AtOddsRatio, AtThreshold, ChangedLists


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
