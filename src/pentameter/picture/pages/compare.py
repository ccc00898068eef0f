"""The page on which two of a kind stand side by side."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from pentameter.look.charts.rows import Rows
from pentameter.picture.choices import Choice, choices
from pentameter.picture.compare_drawing import charts
from pentameter.picture.compare_forms import Kind
from pentameter.picture.pages.frame import FramePage
from pentameter.picture.queries.comparing import Comparison
from pentameter.picture.rules.comparing import difference
from pentameter.picture.themes import THEMES


@dataclass(frozen=True)
class ComparePage(FramePage):
    """Two of a kind: their figures with the differences in words, and charts on shared axes."""

    part: Comparison

    @property
    def name(self) -> str:
        """What the browser's tab says."""
        return f"{self.part.wanted.kind.label} compared: {self.heading}"

    @property
    def problems(self) -> tuple[str, ...]:
        """What of the address was left out, and why: what nobody can read, and what this wave does not have."""
        return tuple(dict.fromkeys((*self.part.wanted.problems, *self.picture.asked.problems)))

    @property
    def outside(self) -> list[str]:
        """The periods of which no week belongs to the wave: their noughts are no finding."""
        named = zip(self.part.spans or (), self.part.sides, strict=False)
        return [side.name for span, side in named if not any(week in span for week in self.picture.grid.weeks)]

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
            options = tuple((str(one.id), f"{one.name}: {one.operation_name}") for one in self.picture.choices)
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
    def charts(self) -> list[tuple[Rows, str, str]]:
        """Each chart, with where it can be carried away from as CSV and as SVG."""
        drawn = charts(self.part)
        return [
            (make(), self._copy("compare_csv", name), self._copy("compare_svg", name)) for name, make in drawn.items()
        ]

    def _copy(self, kind: str, name: str) -> str:
        return f"{reverse(f'picture:{kind}', args=[name])}?{urlencode(self._compared)}"

    @property
    def _compared(self) -> dict[str, str]:
        """What is compared, as an address says it: what the system chose is named too, so that the copy is the same."""
        said = self._wave | self.picture.asked.parameters() | {"kind": self.part.wanted.kind.value}
        said |= {side: chosen for side, chosen in zip("ab", self.part.chosen, strict=True) if chosen}
        for side, span in zip("ab", self.part.spans or (), strict=False):
            said |= {f"{side}_from": span.first.isoformat(), f"{side}_to": span.last.isoformat()}
        return said
