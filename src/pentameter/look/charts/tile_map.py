"""The force tile map: every area equally large, so that the small ones can be read."""

from dataclasses import dataclass

from pentameter.look.charts.areas import Area, State, Tile, class_breaks, complete, dressed, legend, tiles
from pentameter.look.charts.canvas import Canvas
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.measure import breadth, compact
from pentameter.look.charts.palette import INK, PAPER, on


@dataclass(frozen=True, kw_only=True)
class TileMap(Chart):
    """Counts by area. `counted` names what is counted: "Reports"."""

    areas: tuple[Area, ...]
    counted: str = "Reports"

    def paint(self, canvas: Canvas) -> float:
        """The tiles, and below them the legend."""
        areas = complete(self.areas)
        gap = 2.6 if canvas.width < 400 else 4.0
        first = min(tile.column for tile in tiles())
        columns = max(tile.column for tile in tiles()) - first + 1
        side = min((canvas.width - 3 - gap * (columns - 1)) / columns, 62)
        left = (canvas.width - columns * (side + gap) + gap) / 2
        for tile in tiles():
            corner = (left + (tile.column - first) * (side + gap), 1.5 + tile.row * (side + gap))
            _draw(canvas, tile, areas, corner, side)
        bottom = 1.5 + (max(tile.row for tile in tiles()) + 1) * (side + gap)
        return legend(canvas, areas, bottom + 10, left=max(left - 1, 0))

    def table(self) -> Twin:
        """All areas by name."""
        areas = sorted(complete(self.areas).values(), key=lambda area: area.name)
        return Twin(
            self.title, (("Area", ""), (self.counted, "num")), tuple((area.name, area.value()) for area in areas)
        )


def _draw(canvas: Canvas, tile: Tile, areas: dict[str, Area], corner: tuple[float, float], side: float) -> None:
    area = areas[tile.area]
    look = dressed(canvas, area, class_breaks(areas))
    x, y = corner
    with canvas.thing(area.words(), area.href):
        if area.href:
            canvas.draw("rect", x=x, y=y, width=side, height=side, rx=side / 9, fill="none", class_="halo")
        canvas.draw("rect", x=x, y=y, width=side, height=side, rx=side / 9, class_="mark", **look)
        if area.state in (State.NOT_LOOKED, State.NO_RETURN, State.WITHHELD):
            _plate(canvas, tile.label, (x, y), side)
            return
        words = "nil" if area.state is State.NIL else compact(area.count or 0)
        fill = on(str(look["fill"]))
        _centred(canvas, tile.label, (x + side / 2, y + side * 0.43), (side, _size(side, 0.24, 10.5)), fill, bold=True)
        _centred(canvas, words, (x + side / 2, y + side * 0.8), (side, _size(side, 0.27, 12)), fill)


def _plate(canvas: Canvas, label: str, corner: tuple[float, float], side: float) -> None:
    size = _size(side, 0.24, 10.5)
    wide = min(breadth(label, size, bold=True) + size * 0.7, side - 3)
    x, y = corner[0] + (side - wide) / 2, corner[1] + side / 2 - size * 0.75
    canvas.draw("rect", x=x, y=y, width=wide, height=size * 1.5, rx=3, fill=PAPER)
    _centred(canvas, label, (corner[0] + side / 2, y + size * 1.1), (side, size), INK, bold=True)


def _size(side: float, share: float, least: float) -> float:
    return min(max(side * share, least), 15)


def _centred(
    canvas: Canvas, words: str, at: tuple[float, float], room: tuple[float, float], fill: str, *, bold: bool = False
) -> None:
    """Write in the middle of a tile. `room`: how wide the tile is, and how large the words would like to be."""
    side, size = room
    fits = (side - 2) / max(breadth(words, size, bold=bold), 1)
    canvas.say(
        words,
        *at,
        size=size * min(fits, 1),
        anchor="middle",
        fill=fill,
        font_weight=600 if bold else None,
    )
