"""Ways from country to country on a map of the world: bands as thick as counts are large, each stop by its name."""

import csv
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from pentameter.look.charts.areas import path
from pentameter.look.charts.canvas import Canvas, short
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.measure import breadth
from pentameter.look.charts.palette import CATEGORIES, FAINT, INK, LINE, PAPER, QUIET, SIZE, SMALL

Point = tuple[float, float]
"""Longitude and latitude in degrees; or a place on the drawing."""
Box = tuple[float, float, float, float]
"""West, south, east, north."""
_HALO: dict[str, Any] = {"stroke": PAPER, "stroke_width": 3.5, "stroke_linejoin": "round", "paint_order": "stroke"}
_WIDEST, _STEP, _TALL, _TALLER = 11.0, 15, 0.46, 0.8
_LEAST: Point = (64.0, 30.0)  # degrees that are shown at least


@dataclass(frozen=True, slots=True)
class WorldWay:
    """So many of something came from the first of these countries (codes of two letters) through others to the last."""

    stops: tuple[str, ...]
    count: int
    name: str


@dataclass(frozen=True, kw_only=True)
class WorldMap(Chart):
    """Ways on a map that shows as much of the world as they need. `names`: what a country is called, by its code.

    A country that the map does not know is named in the table alone.
    """

    ways: tuple[WorldWay, ...]
    names: Mapping[str, str]
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[tuple[str, str], ...]

    def paint(self, canvas: Canvas) -> float:
        """Sea, graticule, land, bands, names."""
        known = [way for way in self.ways if all(stop in places() for stop in way.stops)]
        height = round(canvas.width * (_TALL if canvas.width >= 480 else _TALLER))
        view = _View(_box([places()[stop] for way in known for stop in way.stops]), canvas.width, height)
        clip = canvas.define(
            "frame", f'<clipPath id="{{id}}"><rect width="{canvas.width}" height="{height}"/></clipPath>'
        )
        canvas.draw("rect", x=0, y=0, width=canvas.width, height=height, fill=FAINT, rx=4)
        self._ground(canvas, view, clip)
        if not known:
            canvas.say("Nothing to draw.", 12, 24, fill=QUIET)
        most = max((way.count for way in known), default=1)
        for way in sorted(known, key=lambda one: -one.count):
            with canvas.thing(f"{way.name}: {way.count:,}"):
                for start, end in pairwise(way.stops):
                    self._band(canvas, view, (start, end), way.count / most, way.stops[0])
        self._names(canvas, view, known)
        return float(height)

    def table(self) -> Twin:
        """The rows that were given: a way each."""
        return Twin(self.title, self.columns, self.rows)

    def _ground(self, canvas: Canvas, view: "_View", clip: str) -> None:
        for degrees in range(-180, 181, _STEP):
            x, _ = view.at((degrees, 0))
            _, y = view.at((0, degrees))
            if 0 < x < canvas.width:
                canvas.draw("line", x1=x, x2=x, y1=0, y2=view.height, stroke=LINE, stroke_width=0.6)
            if 0 < y < view.height:
                canvas.draw("line", x1=0, x2=canvas.width, y1=y, y2=y, stroke=LINE, stroke_width=0.6)
        canvas.draw("path", d=view.outline(), fill="#e2e7ee", stroke=PAPER, stroke_width=0.8, clip_path=clip)

    def _band(self, canvas: Canvas, view: "_View", ends: tuple[str, str], share: float, source: str) -> None:
        (x1, y1), (x2, y2) = (view.at(places()[one]) for one in ends)
        rise = min(0.22 * math.hypot(x2 - x1, y2 - y1), 70)
        top = ((x1 + x2) / 2, (y1 + y2) / 2 - rise)
        d = f"M{short(x1)},{short(y1)}Q{short(top[0])},{short(top[1])} {short(x2)},{short(y2)}"
        colour = CATEGORIES[sum(map(ord, source)) % len(CATEGORIES)]
        wide = max(1.2, _WIDEST * math.sqrt(share))
        canvas.draw(
            "path", d=d, fill="none", stroke=colour, stroke_width=wide, stroke_opacity="0.5", stroke_linecap="round"
        )

    def _names(self, canvas: Canvas, view: "_View", ways: Sequence[WorldWay]) -> None:
        """Every stop as a point; the names of those that fit, the most frequented first."""
        weight: dict[str, int] = {}
        for way in ways:
            for stop in way.stops:
                weight[stop] = weight.get(stop, 0) + way.count
        taken: list[Box] = []
        for stop in sorted(weight, key=lambda one: (-weight[one], one)):
            x, y = view.at(places()[stop])
            canvas.draw("circle", cx=x, cy=y, r=3.4, fill=INK, stroke=PAPER, stroke_width=1.2)
            name = self.names.get(stop, stop)
            wide = breadth(name, SMALL, bold=True)
            for left, top in ((x + 7, y - 6), (x - 7 - wide, y - 6), (x - wide / 2, y + 6), (x - wide / 2, y - 19)):
                box = (left - 2, top, left + wide + 2, top + SIZE)
                if left > 2 and left + wide < canvas.width - 2 and not any(_meet(box, one) for one in taken):
                    taken.append(box)
                    canvas.say(name, left, top + 10.5, size=SMALL, font_weight=600, fill=INK, **_HALO)
                    break
            taken.append((x - 4, y - 4, x + 4, y + 4))


class _View:
    """A part of the world on a drawing. Flat, with degrees of longitude squeezed as they are in its middle."""

    def __init__(self, box: Box, width: float, height: float) -> None:
        west, south, east, north = box
        self.squeeze = math.cos(math.radians((south + north) / 2))
        self.scale = min(width / ((east - west) * self.squeeze), height / (north - south))
        self.height = height
        self.west = (west + east) / 2 - width / self.scale / self.squeeze / 2
        self.north = (south + north) / 2 + height / self.scale / 2

    def at(self, place: Point) -> Point:
        """Where a place is drawn."""
        return (place[0] - self.west) * self.squeeze * self.scale, (self.north - place[1]) * self.scale

    def outline(self) -> str:
        """The land as a path."""
        flat = tuple(tuple((x * self.squeeze, -y) for x, y in ring) for ring in land())
        return path(flat, round(self.scale, 4), (round(self.west * self.squeeze, 4), round(-self.north, 4)))


def _box(points: Iterable[Point]) -> Box:
    """What has to be shown: all points, with room around them; Europe where there are none."""
    found = list(points) or [(-10.0, 36.0), (40.0, 60.0)]
    xs, ys = [x for x, _ in found], [y for _, y in found]
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    wide = max((max(xs) - min(xs)) * 1.16, _LEAST[0]) / 2
    tall = max((max(ys) - min(ys)) * 1.3, _LEAST[1]) / 2
    return middle[0] - wide, max(middle[1] - tall, -60), middle[0] + wide, min(middle[1] + tall, 80)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@cache
def places() -> Mapping[str, Point]:
    """About the middle of each country, by its code of two letters."""
    text = files("pentameter.look").joinpath("data/country_places.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["country"]: (float(row["longitude"]), float(row["latitude"])) for row in rows}


@cache
def land() -> tuple[tuple[Point, ...], ...]:
    """The outlines of the land, ring by ring, for display only."""
    text = files("pentameter.look").joinpath("data/world_land.json").read_text("utf-8")
    return tuple(tuple(zip(ring[::2], ring[1::2], strict=True)) for ring in json.loads(text))
