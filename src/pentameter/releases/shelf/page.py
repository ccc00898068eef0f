"""A release on its way to a page: the same body for everyone, whether on the public page, in a preview or in a file."""

from dataclasses import dataclass

from pentameter.look.charts.chart import Chart
from pentameter.releases.shelf.content import WITHHELD, Content, Table
from pentameter.releases.shelf.drawing import charts, range_chart
from pentameter.releases.shelf.layout import Grid, grid

WITHHELD_MEANS = (
    "[c] stands where a count is withheld. It does not mean zero, and it does not mean that the count is small: some "
    "counts are withheld only because another one could be worked out from them."
)
_PARTS = (
    ("source", "Where the figures come from"),
    ("method", "How they were counted and made safe"),
    ("counting", "What counts"),
    ("revisions", "Whether they will change"),
    ("withheld", "What was withheld, and why"),
)


@dataclass(frozen=True)
class Body:
    """What the templates draw. `digest` names the text; the address of a table's files begins with `files`."""

    content: Content
    digest: str
    files: str = ""

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """How it came about, in its parts: (heading, text)."""
        said = self.content.description
        return tuple((heading, getattr(said, name)) for name, heading in _PARTS if getattr(said, name))

    @property
    def withheld_means(self) -> str:
        """In plain words; nothing where nothing is withheld."""
        return WITHHELD_MEANS if self.content.withheld else ""

    def grid(self, table: Table) -> Grid:
        """A table laid out."""
        return grid(table)

    def rows(self, table: Table) -> tuple[tuple[str, ...], ...]:
        """Its rows in words, with the names as they lie in their hierarchy."""
        laid = grid(table)
        counts = (row[len(laid.heads) :] for row in laid.rows(WITHHELD))
        return tuple((*names, *said) for names, said in zip(laid.page_names, counts, strict=True))

    def charts(self, table: Table) -> tuple[Chart, ...]:
        """What is drawn of a table."""
        return charts(table)

    @property
    def range_chart(self) -> Chart | None:
        """What is drawn of the ranges."""
        return range_chart(self.content.ranges)
