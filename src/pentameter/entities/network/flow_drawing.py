"""The flow chart of routes: bands from stop to stop, as thick as reports are many."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pentameter.entities.network.routes import Flow
from pentameter.intelligence.intake.normalise import countries
from pentameter.look import words
from pentameter.look.charts.canvas import Canvas, short
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.palette import CATEGORIES, INK, MAIN, QUIET, SMALL

NOWHERE = "no area named"
_BAR, _GAP, _LEAST, _HEIGHT, _NAME = 9.0, 12.0, 3.0, 360.0, 15.0
Stop = tuple[int, str]
"""A stop of the chart: its column, counted from the source, and what it is."""


@dataclass(frozen=True, kw_only=True)
class FlowChart(Chart):
    """Flows of one sort, said or inferred, those of most reports first. Areas all stand in the last column.

    At most `drawn` of them are drawn; the table has all.
    """

    flows: tuple[Flow, ...]
    drawn: int = 40

    def paint(self, canvas: Canvas) -> float:
        """Bands first, then stops with their names."""
        bands = self._bands()
        if not bands:
            canvas.say("Nothing to draw.", 0, 20, fill=QUIET)
            return 30.0
        columns, scale = _columns(bands), _scale(bands)
        places = _places(columns, scale, canvas.width)
        self._draw_bands(canvas, bands, places, scale)
        last = max(column for column, _ in places)
        for (column, name), (x, top, high) in places.items():
            self._draw_stop(canvas, name, (x, top, high), columns=last, at_the_end=column == last)
        return max(top + high for _, top, high in places.values()) + 12

    def _bands(self) -> list[tuple[Stop, Stop, int]]:
        flows = self.flows[: self.drawn]
        last = max((len(flow.through) + 1 for flow in flows), default=1)
        counts: dict[tuple[Stop, Stop], int] = defaultdict(int)
        for flow in flows:
            _add(flow, last, counts)
        return [
            (start, end, count) for (start, end), count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        ]

    def _draw_bands(
        self,
        canvas: Canvas,
        bands: Iterable[tuple[Stop, Stop, int]],
        places: dict[Stop, tuple[float, float, float]],
        scale: float,
    ) -> None:
        left: dict[Stop, float] = defaultdict(float)
        right: dict[Stop, float] = defaultdict(float)
        for start, end, count in sorted(bands, key=lambda one: (places[one[0]][1], places[one[1]][1])):
            thick = max(_LEAST, count * scale)
            x1, y1 = places[start][0] + _BAR, places[start][1] + left[start] + thick / 2
            x2, y2 = places[end][0], places[end][1] + right[end] + thick / 2
            left[start] += thick
            right[end] += thick
            middle = (x1 + x2) / 2
            points = ((x1, y1), (middle, y1), (middle, y2), (x2, y2))
            first, *rest = (f"{short(x)},{short(y)}" for x, y in points)
            path = f"M{first}C{' '.join(rest)}"
            with canvas.thing(f"{shown(start[1])} to {shown(end[1])}: {words.plural(count, 'report')}"):
                colour = _colour(start[1]) if start[0] == 0 else MAIN
                canvas.draw("path", d=path, fill="none", stroke=colour, stroke_width=thick, stroke_opacity="0.38")

    def _draw_stop(
        self, canvas: Canvas, name: str, at: tuple[float, float, float], *, columns: int, at_the_end: bool
    ) -> None:
        x, top, high = at
        canvas.draw("rect", x=x, y=top, width=_BAR, height=high, fill=INK)
        middle = top + high / 2 + 4
        room = min(150.0, canvas.width / columns / 2 - 16)
        if at_the_end:
            canvas.say(shown(name), x - 6, middle, size=SMALL, anchor="end", room=room)
        else:
            canvas.say(shown(name), x + _BAR + 6, middle, size=SMALL, room=room)

    def table(self) -> Twin:
        """A row a way."""
        columns = (("From", ""), ("Through", ""), ("To", ""), ("Reports", "num"), ("How it is known", ""))
        return Twin(self.title, columns, tuple(map(row, self.flows)))


def _add(flow: Flow, last: int, counts: dict[tuple[Stop, Stop], int]) -> None:
    """Add a flow to the bands. Its area stands in column `last`, however few stops lie before."""
    stops: list[Stop] = [(0, flow.source), *((n, stop) for n, stop in enumerate(flow.through, start=1))]
    for start, end in zip(stops, [*stops[1:], (last, flow.area)], strict=True):
        counts[start, end] += flow.count


def row(flow: Flow) -> tuple[str, ...]:
    """A flow as a row of the table."""
    through = ", then ".join(map(countries.name, flow.through)) or ("directly" if flow.said else "not known")
    known = "said by reports" if flow.said else "inferred from nationality"
    return countries.name(flow.source), through, flow.area or NOWHERE, f"{flow.count:,}", known


def shown(stop: str) -> str:
    """A country by its name, an area as it is."""
    return countries.name(stop) if len(stop) == 2 else stop or NOWHERE


def _colour(stop: str) -> str:
    """A colour for a country: the same wherever it comes up."""
    return CATEGORIES[sum(map(ord, stop)) % len(CATEGORIES)]


def _columns(bands: Iterable[tuple[Stop, Stop, int]]) -> dict[int, dict[Stop, int]]:
    """The stops of each column, each as large as the larger of what comes in and what goes out."""
    into: dict[Stop, int] = defaultdict(int)
    out: dict[Stop, int] = defaultdict(int)
    for start, end, count in bands:
        out[start] += count
        into[end] += count
    found: dict[int, dict[Stop, int]] = defaultdict(dict)
    for stop in sorted(into.keys() | out.keys()):
        found[stop[0]][stop] = max(into[stop], out[stop])
    return dict(sorted(found.items()))


def _scale(bands: Iterable[tuple[Stop, Stop, int]]) -> float:
    total = sum(count for (column, _), _, count in bands if column == 0)
    return _HEIGHT / max(1, total)


def _places(columns: dict[int, dict[Stop, int]], scale: float, width: float) -> dict[Stop, tuple[float, float, float]]:
    """Left, top and height of each stop, the largest on top."""
    found: dict[Stop, tuple[float, float, float]] = {}
    apart = (width - _BAR) / max(1, max(columns))
    for column, stops in columns.items():
        top = 4.0
        for stop in sorted(stops, key=lambda one: (-stops[one], one)):
            high = max(_NAME, stops[stop] * scale)
            found[stop] = (column * apart, top, high)
            top += high + _GAP
    return found
