"""Ranges: a band from low to high with the estimate inside it, and in words where there is none."""

from dataclasses import dataclass
from typing import Any

from pentameter.look.charts.axes import Plot, said
from pentameter.look.charts.canvas import Canvas
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.measure import breadth
from pentameter.look.charts.palette import AXIS, INK, LINE, MAIN, PALE, PAPER, QUIET, SIZE, SMALL
from pentameter.look.charts.scales import ticks

_NONE = "no estimate"
_HALO: dict[str, Any] = {"stroke": PAPER, "stroke_width": 5, "stroke_linejoin": "round", "paint_order": "stroke"}


@dataclass(frozen=True, slots=True)
class Range:
    """An estimate and its range; without a range, `reason` says why there is none."""

    name: str
    low: float | None = None
    high: float | None = None
    estimate: float | None = None
    reason: str = ""
    href: str = ""

    def words(self) -> str:
        """ "Latent classes: 11,300 to 32,600, estimate 20,600"."""
        if self.low is None or self.high is None:
            return f"{self.name}: {_NONE}. {self.reason}".strip()
        inside = "" if self.estimate is None else f", estimate {said(self.estimate)}"
        return f"{self.name}: {said(self.low)} to {said(self.high)}{inside}"


@dataclass(frozen=True, kw_only=True)
class Ranges(Chart):
    """Ranges on one scale from zero. `known` draws a line at what is known, with its label."""

    ranges: tuple[Range, ...]
    known: float | None = None
    known_label: str = ""
    counted: str = "People"

    def paint(self, canvas: Canvas) -> float:
        """A row a range: the name above the band where the drawing is narrow, beside it elsewhere."""
        beside = canvas.width >= 480
        room = (
            min(max((breadth(r.name, SIZE) for r in self.ranges), default=0) + 14, canvas.width * 0.36) if beside else 0
        )
        most = max([r.high or 0 for r in self.ranges] + [self.known or 0])
        marks = ticks(most, about=5 if beside else 3)
        tall = 28 if beside else 40
        top = 24 if self.known is not None else 6
        edge = breadth(said(marks[-1]), SMALL) / 2 + 1
        plot = Plot(room + 4, canvas.width - edge, top, top + tall * len(self.ranges), marks[-1])
        self._grid(canvas, plot, marks)
        free = max(plot.left, plot.x(self.known or 0)) + 8
        free = free if canvas.width - free > 200 else plot.left + 8
        for i, item in enumerate(self.ranges):
            with canvas.thing(item.words(), item.href):
                _row(canvas, plot, item, plot.top + tall * (i + (0.5 if beside else 0.68)), beside=beside, free=free)
        return plot.bottom + 24

    def table(self) -> Twin:
        """A row a range."""
        columns = (("", ""), ("From", "num"), ("Estimate", "num"), ("To", "num"))
        told = (
            (r.name, *(said(v) if v is not None else r.reason or _NONE for v in (r.low, r.estimate, r.high)))
            for r in self.ranges
        )
        known = ((self.known_label or "Known", "", said(self.known), ""),) if self.known is not None else ()
        return Twin(f"{self.title}, {self.counted.lower()}", columns, (*told, *known))

    def _grid(self, canvas: Canvas, plot: Plot, marks: list[float]) -> None:
        last_end = -10.0
        for mark in marks:
            x = plot.x(mark)
            canvas.draw("line", x1=x, x2=x, y1=plot.top, y2=plot.bottom, stroke=AXIS if mark == 0 else LINE)
            half = breadth(said(mark), SMALL) / 2
            if x - half > last_end + 6:
                at = max(x, half)
                canvas.say(said(mark), at, plot.bottom + 16, size=SMALL, anchor="middle", fill=QUIET)
                last_end = at + half
        if self.known is not None:
            x = plot.x(self.known)
            label = f"{said(self.known)} {self.known_label}".strip()
            canvas.draw(
                "line",
                x1=x,
                x2=x,
                y1=plot.top - 4,
                y2=plot.bottom,
                stroke=INK,
                stroke_width=1.4,
                stroke_dasharray="3 3",
            )
            side = "end" if x + breadth(label, SMALL, bold=True) > canvas.width - 4 else "start"
            canvas.say(label, x, plot.top - 10, size=SMALL, anchor=side, font_weight=600, fill=INK)


def _row(canvas: Canvas, plot: Plot, item: Range, y: float, *, beside: bool, free: float) -> None:
    if beside:
        canvas.say(item.name, plot.left - 10, y + 4, anchor="end", room=plot.left - 10)
    else:
        canvas.say(item.name, plot.left + 6, y - 11, **_HALO)
    if item.low is None or item.high is None:
        canvas.say(f"{_NONE}. {item.reason}".strip(), free, y + 4, fill=QUIET, **_HALO)
        return
    low, high = plot.x(max(item.low, 0)), plot.x(max(item.high, 0))
    canvas.draw("rect", x=low, y=y - 5, width=max(high - low, 2), height=10, rx=5, fill=PALE, class_="mark")
    if item.estimate is not None:
        canvas.draw("circle", cx=plot.x(max(item.estimate, 0)), cy=y, r=5, fill=MAIN)
