"""What a map says of an area: a count, or one of three different absences."""

import csv
import itertools
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from pentameter.look.charts.canvas import Attribute, Canvas, short
from pentameter.look.charts.measure import breadth
from pentameter.look.charts.palette import AXIS, FAINT, PAPER, QUIET, SEQUENCE, SIZE
from pentameter.look.charts.scales import Classes, classes


class State(StrEnum):
    """Why an area looks as it does."""

    COUNT = "count"
    NIL = "nil"
    NOT_LOOKED = "not_looked"
    NO_RETURN = "no_return"
    WITHHELD = "withheld"


MEANING = {
    State.NIL: "nil return: looked, found nothing",
    State.NOT_LOOKED: "did not look",
    State.NO_RETURN: "no return",
    State.WITHHELD: "withheld",
}


@dataclass(frozen=True, slots=True)
class Area:
    """What is known of one of the 49 areas. `count` is given where the state is COUNT; `note` says more in words."""

    name: str
    state: State = State.NO_RETURN
    count: int | None = None
    href: str = ""
    note: str = ""

    def words(self) -> str:
        """ "Durham: 61", "Cumbria: nil return: looked, found nothing"."""
        return f"{self.name}: {self.value()}{f', {self.note}' if self.note else ''}"

    def value(self) -> str:
        """The count, or the absence in words."""
        return f"{self.count or 0:,}" if self.state is State.COUNT else MEANING[self.state]


@dataclass(frozen=True, slots=True)
class Tile:
    """Where an area stands in the tile map, and the label it bears."""

    area: str
    column: int
    row: int
    label: str


@cache
def tiles() -> tuple[Tile, ...]:
    """The tiles of all areas, from the top left."""
    text = files("pentameter.look").joinpath("data/force_tiles.csv").read_text("utf-8")
    found = (Tile(r["area"], int(r["column"]), int(r["row"]), r["label"]) for r in csv.DictReader(text.splitlines()))
    return tuple(sorted(found, key=lambda tile: (tile.row, tile.column)))


Ring = tuple[tuple[float, float], ...]


@cache
def outlines() -> dict[str, tuple[Ring, ...]]:
    """The rings of each area, projected: x east, y south, in degrees of latitude at 54.5 degrees north."""
    text = files("pentameter.look").joinpath("data/police_areas.geojson").read_text("utf-8")
    squeeze = math.cos(math.radians(54.5))
    found: dict[str, tuple[Ring, ...]] = {}
    for feature in json.loads(text)["features"]:
        geometry = feature["geometry"]
        shapes = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings = (ring for polygon in shapes for ring in polygon)
        found[feature["properties"]["name"]] = tuple(tuple((x * squeeze, -y) for x, y in ring) for ring in rings)
    return found


def complete(given: Sequence[Area]) -> dict[str, Area]:
    """All 49 areas by name; those that are not given have sent no return.

    Raises:
        ValueError: an area is not on the map, or is given twice.
    """
    known = {tile.area: Area(tile.area) for tile in tiles()}
    for area in given:
        if area.name not in known:
            raise ValueError(f"{area.name} is not an area of the map.")
    if len({area.name for area in given}) < len(given):
        raise ValueError("An area is given twice.")
    return known | {area.name: area for area in given}


def class_breaks(areas: dict[str, Area]) -> Classes:
    """The classes of the counts that are shown."""
    return classes([area.count or 0 for area in areas.values() if area.state is State.COUNT])


def colours(found: Classes) -> list[str]:
    """A colour for each class, spread over the sequence from light to dark."""
    last, steps = len(SEQUENCE) - 1, max(len(found.bounds) - 1, 1)
    return [SEQUENCE[round(i * last / steps)] for i in range(len(found.bounds))]


def dressed(canvas: Canvas, area: Area, found: Classes) -> dict[str, Attribute]:
    """How an area is filled and outlined."""
    if area.state is State.NIL:
        return {"fill": PAPER, "stroke": QUIET, "stroke_width": 1.6}
    if area.state is State.NOT_LOOKED:
        return {"fill": dashes(canvas), "stroke": "#c9d1dc", "stroke_width": 0.8}
    if area.state is State.NO_RETURN:
        return {"fill": dots(canvas), "stroke": "#c9d1dc", "stroke_width": 0.8}
    if area.state is State.WITHHELD:
        return {"fill": hatch(canvas), "stroke": "#c9d1dc", "stroke_width": 0.8}
    if not area.count:
        return {"fill": FAINT, "stroke": "#c9d1dc", "stroke_width": 0.8}
    return {"fill": colours(found)[found.of(area.count)], "stroke": PAPER, "stroke_width": 0.8}


def dots(canvas: Canvas) -> str:
    """The fill of what has sent no return."""
    content = (
        '<pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<rect width="6" height="6" fill="{PAPER}"/><circle cx="2" cy="2" r="1.1" fill="{AXIS}"/></pattern>'
    )
    return canvas.define("dots", content)


def dashes(canvas: Canvas) -> str:
    """The fill of what did not look."""
    content = (
        '<pattern id="{id}" width="9" height="6" patternUnits="userSpaceOnUse">'
        f'<rect width="9" height="6" fill="{FAINT}"/>'
        f'<rect x="2" y="2.4" width="5" height="1.2" fill="{AXIS}"/></pattern>'
    )
    return canvas.define("dashes", content)


def hatch(canvas: Canvas) -> str:
    """The fill of what is withheld."""
    content = (
        '<pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="6" height="6" fill="{PAPER}"/><rect width="2.2" height="6" fill="#b3bdcb"/></pattern>'
    )
    return canvas.define("hatch", content)


def legend(canvas: Canvas, areas: dict[str, Area], y: float, *, left: float = 0, right: float = 0) -> float:
    """Draw the classes and the absences that occur, in rows between `left` and `right`; say where it ends."""
    found = class_breaks(areas)
    entries = [(label, Area("", State.COUNT, low)) for label, low in zip(found.labels(), found.bounds, strict=True)]
    if any(area.state is State.COUNT and not area.count for area in areas.values()):
        entries.insert(0, ("0", Area("", State.COUNT, 0)))
    rows = [entries, [(MEANING[s], Area("", s)) for s in MEANING if any(a.state is s for a in areas.values())]]
    for row in filter(None, rows):
        y = _legend_row(canvas, row, found, y, (left, right or canvas.width))
    return y


def _legend_row(
    canvas: Canvas, row: list[tuple[str, Area]], found: Classes, y: float, sides: tuple[float, float]
) -> float:
    x = sides[0]
    for label, area in row:
        wide = 26 + breadth(label, SIZE)
        if x > sides[0] and x + wide > sides[1]:
            x, y = sides[0], y + 22
        canvas.draw("rect", x=x + 0.8, y=y + 0.8, width=18, height=13, rx=3, **dressed(canvas, area, found))
        canvas.say(label, x + 26, y + 12, room=sides[1] - x - 26)
        x += wide + 18
    return y + 22


@lru_cache(maxsize=256)
def path(rings: tuple[Ring, ...], scale: float, shift: tuple[float, float]) -> str:
    """The rings as a path in tenths of a unit, points that fall together left out."""
    parts = []
    for ring in rings:
        points = [(round((x - shift[0]) * scale, 1), round((y - shift[1]) * scale, 1)) for x, y in ring]
        kept = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
        if len(kept) < 3:
            continue
        steps = (f"{short(round(x - u, 1))} {short(round(y - v, 1))}" for (u, v), (x, y) in itertools.pairwise(kept))
        parts.append(f"M{short(kept[0][0])} {short(kept[0][1])}l{' '.join(steps)}z".replace(" -", "-"))
    return "".join(parts)
