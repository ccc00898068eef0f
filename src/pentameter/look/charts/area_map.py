"""The geographic map of the areas, for display only."""

from dataclasses import dataclass

from markupsafe import Markup

from pentameter.look.charts.areas import (
    Area,
    State,
    class_breaks,
    complete,
    dressed,
    legend,
    outlines,
    path,
)
from pentameter.look.charts.canvas import Attribute, Canvas
from pentameter.look.charts.chart import NARROW, Chart, Twin
from pentameter.look.charts.palette import QUIET, SMALL

CAVEAT = (
    "Boundaries are simplified and for display only; the four Garda regions are approximate."
    " City of London is too small to see: its colour is shown beside the map."
)
_NOT_SEEN = "City of London"
_TALLEST = 560.0
_SEA = 1.0  # degrees of open sea in the east, for the callout


@dataclass(frozen=True, kw_only=True)
class AreaMap(Chart):
    """Counts by area on their outlines."""

    areas: tuple[Area, ...]
    counted: str = "Reports"
    note: str = CAVEAT

    def paint(self, canvas: Canvas) -> float:
        """The map, and below it the legend."""
        height = self._outlines(canvas)
        return legend(canvas, complete(self.areas), height + 12)

    def on_page(self) -> Markup:
        """The outlines once, since they are many points; the legend at both widths."""
        name = self.width.name.lower()
        shown = Canvas(float(min(self.width, 400)), f"{self.key()}-map")
        drawn = shown.finish(self._outlines(shown) + 12, self.title, "area-map")
        return Markup("{}{}{}").format(
            drawn,
            self._legend(float(self.width), f"wide-chart fit-{name}"),
            self._legend(float(NARROW), f"narrow as-drawn until-{name}"),
        )

    def table(self) -> Twin:
        """All areas by name."""
        areas = sorted(complete(self.areas).values(), key=lambda area: area.name)
        rows = tuple((area.name, area.value()) for area in areas)
        return Twin(self.title, (("Area", ""), (self.counted, "num")), rows)

    def _legend(self, width: float, class_: str) -> Markup:
        canvas = Canvas(width, f"{self.key()}-legend-{width:.0f}")
        height = legend(canvas, complete(self.areas), 0)
        return canvas.finish(height, f"{self.title}: what the colours mean", class_)

    def _outlines(self, canvas: Canvas) -> float:
        areas, rings = complete(self.areas), outlines()
        points = [point for parts in rings.values() for ring in parts for point in ring]
        west, north = min(x for x, _ in points), min(y for _, y in points)
        east, south = max(x for x, _ in points), max(y for _, y in points)
        scale = min((canvas.width - 4) / (east - west + _SEA), _TALLEST / (south - north))
        shift = (west - max((canvas.width / scale - (east - west + _SEA)) / 2, 2 / scale), north - 2 / scale)
        found = class_breaks(areas)
        for name in sorted(areas, key=lambda name: (areas[name].state is State.NIL, name)):
            area = areas[name]
            drawn = path(rings[name], scale, shift)
            with canvas.thing(area.words(), area.href):
                look = dressed(canvas, area, found)
                canvas.draw("path", d=drawn, class_="mark", fill_rule="evenodd", stroke_linejoin="round", **look)
        _callout(canvas, dressed(canvas, areas[_NOT_SEEN], found), scale, shift)
        return (south - north) * scale + 4


def _callout(canvas: Canvas, look: dict[str, Attribute], scale: float, shift: tuple[float, float]) -> None:
    """A square in the sea for the area that is too small to see."""
    x, y = outlines()[_NOT_SEEN][0][0]
    at = ((x - shift[0]) * scale, (y - shift[1]) * scale)
    box = (at[0] + 1.03 * scale, at[1] + 0.06 * scale)
    canvas.draw("line", x1=at[0], y1=at[1], x2=box[0], y2=box[1] + 6, stroke=QUIET, stroke_width=0.8)
    canvas.draw("rect", x=box[0], y=box[1], width=12, height=12, rx=2, **look)
    canvas.say("City", box[0] + 15, box[1] + 10, size=SMALL, fill=QUIET)
