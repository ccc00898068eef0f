"""All methods that a table can carry, side by side, and what may be said of them together."""

from dataclasses import dataclass
from typing import Any

from darkfigure.display import aligned, html_table
from darkfigure.rows import PanelRow
from darkfigure.statement import Statement


@dataclass(frozen=True)
class Panel:
    """A row for every method, refusals included, and the reliability `statement`."""

    rows: tuple[PanelRow, ...]
    statement: Statement
    observed: int
    level: float
    seed: int
    input_digest: str

    @property
    def believed(self) -> tuple[PanelRow, ...]:
        """The rows that may take part in the range."""
        return tuple(row for row in self.rows if row.believed)

    def summary(self) -> str:
        """The rows as a table of plain text, then the statement."""
        table = aligned([("method", "total", f"{self.level:.0%} interval", ""), *(row.cells() for row in self.rows)])
        return "\n".join([*(line.rstrip() for line in table), "", self.statement.summary()])

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {
            "rows": [row.to_dict() for row in self.rows],
            "statement": self.statement.to_dict(),
            "observed": self.observed,
            "level": self.level,
            "seed": self.seed,
            "input_digest": self.input_digest,
        }

    def _repr_html_(self) -> str:
        header = ("method", "total", f"{self.level:.0%} interval", "remark")
        table = html_table(f"{self.observed:,} people seen", header, (row.cells() for row in self.rows))
        return table + self.statement._repr_html_()
