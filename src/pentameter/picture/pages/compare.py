"""The page on which two of a kind stand side by side."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from pentameter.look.charts.rows import Row, Rows
from pentameter.picture.choices import Choice, choices
from pentameter.picture.compare_forms import Kind
from pentameter.picture.pages.frame import FramePage
from pentameter.picture.queries.comparing import Comparison
from pentameter.picture.rules.comparing import difference, week_pairs
from pentameter.picture.themes import THEMES

_SOURCE = "reports, weekly returns and cases, each side counted in the same way."


@dataclass(frozen=True)
class ComparePage(FramePage):
    """Two of a kind: their figures with the differences in words, and charts on shared axes."""

    part: Comparison

    @property
    def name(self) -> str:
        """What the browser's tab says."""
        return f"{self.part.wanted.kind.label} compared: {self.heading}"

    @property
    def kinds(self) -> list[tuple[str, str, bool]]:
        """What can be compared."""
        kept = {"wave": str(self.picture.wave.id)} | self.picture.asked.parameters()
        address = reverse("picture:compare")
        chosen = self.part.wanted.kind
        return [(one.label, f"{address}?{urlencode(kept | {'kind': one.value})}", one is chosen) for one in Kind]

    @property
    def sides(self) -> tuple[Choice, ...]:
        """The two fields with which sides are chosen, where they are chosen from a list."""
        options: tuple[tuple[str, str], ...] = ()
        if self.part.wanted.kind is Kind.WAVES:
            options = tuple((str(one.id), f"{one.operation_name}: {one.name}") for one in self.picture.choices)
        if self.part.wanted.kind is Kind.FORCES:
            lines = self.picture.grid.lines
            options = tuple((line.participant.agency, line.participant.name) for line in lines)
        first, second = self.part.chosen
        return (Choice("a", "First", options, first), Choice("b", "Second", options, second)) if options else ()

    @property
    def filters(self) -> tuple[Choice, ...]:
        """What narrows both; the agency does not where two forces are compared."""
        hidden = {"agency"} if self.part.wanted.kind is Kind.FORCES else set()
        hidden |= {"wave"} if self.part.wanted.kind is Kind.WAVES else set()
        theme = Choice("theme", "Theme", (("", "All themes"), *THEMES.items()), self.picture.asked.theme)
        return tuple(one for one in (*choices(self.picture), theme) if one.name not in hidden)

    @property
    def lines(self) -> list[tuple[str, int, int, str]]:
        """Each figure of both, and how the second differs from the first."""
        one, other = self.part.sides
        return [
            (name, count, other.figures[name], difference(count, other.figures[name]))
            for name, count in one.figures.items()
        ]

    @property
    def themes(self) -> Rows:
        """Reports by theme, side by side."""
        one, other = self.part.sides
        known = [theme for theme in THEMES if one.themes.get(theme) or other.themes.get(theme)]
        rows = tuple(Row(THEMES[theme], (one.themes.get(theme, 0), other.themes.get(theme, 0))) for theme in known)
        return self._rows("Reports by theme", "Theme", rows)

    @property
    def weeks(self) -> Rows:
        """Reports by week: the first week of each beside the other's first."""
        rows = tuple(Row(name, counts) for name, counts in week_pairs(*self.part.sides))
        return self._rows("Reports by week of each", "Week", rows)

    def _rows(self, title: str, what: str, rows: tuple[Row, ...]) -> Rows:
        one, other = self.part.sides
        series = (one.name, other.name)
        return Rows(
            title=title,
            rows=rows,
            series=series,
            what=what,
            absent="no such week",
            source=_SOURCE,
            as_of=self.picture.today,
        )
