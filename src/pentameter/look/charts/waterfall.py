"""A waterfall: what speaks for something and what against it, each step beginning where the one before ended."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pentameter.look.charts.canvas import Canvas
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.measure import breadth, wrapped
from pentameter.look.charts.palette import AXIS, INK, LINE, MAIN, PAPER, QUIET, SMALL, TEXT

AGAINST = "#a8201a"
"""Also said by a minus sign and by the side to which the bar runs."""
_BAR, _LINE, _GAP = 12.0, 15.0, 10.0
_MARK = 9
"""Room beyond the longest bar, so that a mark at the edge is seen whole."""
_HALO: dict[str, Any] = {"stroke": PAPER, "stroke_width": 4, "paint_order": "stroke"}


def signed(value: float) -> str:
    """ "+4.6", "-1.3", "0.0"."""
    told = f"{value:+.1f}"
    return "0.0" if told in ("+0.0", "-0.0") else told


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that speaks for (above zero) or against."""

    name: str
    value: float


@dataclass(frozen=True, kw_only=True)
class Waterfall(Chart):
    """Steps from a beginning to their sum. `needed` draws a line where enough would be, with its words."""

    steps: tuple[Step, ...]
    beginning: float = 0.0
    beginning_label: str = ""
    needed: float | None = None
    needed_label: str = ""
    total_label: str = "together"

    @property
    def total(self) -> float:
        """Where the last step ends."""
        return self.beginning + sum(step.value for step in self.steps)

    @property
    def total_words(self) -> str:
        """The sum as it is written."""
        return signed(self.total)

    def paint(self, canvas: Canvas) -> float:
        """Each step's words above its bar, its value beside it, and the sum below."""
        place = _Scale(canvas.width, *self._ends())
        y = self._above(canvas, place)
        spans = list(self._spans())
        self._lines(canvas, place, y, y + sum(_height(name, canvas.width) for name, _, _ in spans))
        for name, start, value in spans:
            with canvas.thing(f"{name}: {signed(value)}"):
                y = _row(canvas, place, name, start, value, y)
        _between(canvas, f"{self.total_label} {self.total_words}", place.x(self.total), y + 14, bold=True)
        return y + 24

    def table(self) -> Twin:
        """A row a step, then the sum and what would be enough."""
        columns = (("What", ""), ("Weight", "num"), ("Sum so far", "num"))
        rows = [(name, signed(value), signed(start + value)) for name, start, value in self._spans()]
        rows.append((self.total_label.capitalize(), self.total_words, self.total_words))
        if self.needed is not None:
            rows.append((self.needed_label.capitalize() or "Needed", signed(self.needed), ""))
        return Twin(self.title, columns, tuple(rows))

    def _spans(self) -> Iterator[tuple[str, float, float]]:
        """Each bar: its words, where it begins, how far it goes."""
        at = self.beginning
        if self.beginning_label:
            yield self.beginning_label, 0.0, self.beginning
        for step in self.steps:
            yield step.name, at, step.value
            at += step.value

    def _ends(self) -> tuple[float, float]:
        places = [0.0, self.needed or 0.0, *(start + value for _, start, value in self._spans())]
        return min(places), max(places)

    def _lines(self, canvas: Canvas, place: "_Scale", top: float, bottom: float) -> None:
        """Where nothing speaks either way, and where enough would; behind the words."""
        at = place.x(0)
        canvas.draw("line", x1=at, x2=at, y1=top - 2, y2=bottom - 4, stroke=AXIS)
        if self.needed is not None:
            at, dashes = place.x(self.needed), "3 3"
            canvas.draw("line", x1=at, x2=at, y1=top - 6, y2=bottom + 2, stroke=INK, stroke_dasharray=dashes)

    def _above(self, canvas: Canvas, place: "_Scale") -> float:
        """What is needed, in words above its line."""
        if self.needed is None:
            return 4.0
        told = f"{self.needed_label or 'needed'} {signed(self.needed)}"
        _between(canvas, told, place.x(self.needed), 12, bold=False)
        return 26.0


@dataclass(frozen=True, slots=True)
class _Scale:
    """From weights to places, with room for the values beside the bars."""

    width: float
    low: float
    high: float

    def x(self, value: float) -> float:
        room = breadth("+999.9", SMALL, bold=True) + _MARK
        wide = max(self.high - self.low, 1e-9)
        return room + (self.width - 2 * room) * (value - self.low) / wide


def _height(name: str, width: float) -> float:
    return len(wrapped(name, SMALL, width, lines=2)) * _LINE + _BAR + _GAP


def _row(canvas: Canvas, place: _Scale, name: str, start: float, value: float, y: float) -> float:
    """One step; answers where the next begins."""
    for line in wrapped(name, SMALL, canvas.width, lines=2):
        canvas.say(line, 0, y + 11, size=SMALL, fill=TEXT, **_HALO)
        y += _LINE
    left, right = sorted((place.x(start), place.x(start + value)))
    canvas.draw("line", x1=0, x2=canvas.width, y1=y + _BAR / 2 + 3, y2=y + _BAR / 2 + 3, stroke=LINE, stroke_width=0.5)
    fill = MAIN if value >= 0 else AGAINST
    canvas.draw("rect", x=left, y=y + 3, width=max(right - left, 2), height=_BAR, rx=2, fill=fill, class_="mark")
    told, wide = signed(value), breadth(signed(value), SMALL, bold=True)
    at = right + 6 if value >= 0 else left - 6 - wide
    at = min(max(at, 0), canvas.width - wide)
    ink = TEXT if value >= 0 else AGAINST
    canvas.say(told, at, y + _BAR + 1, size=SMALL, font_weight=600, fill=ink, **_HALO)
    return y + _BAR + _GAP


def _between(canvas: Canvas, text: str, at: float, y: float, *, bold: bool) -> None:
    """Words centred at a place, moved where they would leave the frame."""
    half = min(breadth(text, SMALL, bold=bold), canvas.width) / 2
    middle = min(max(at, half), canvas.width - half)
    canvas.say(
        text,
        middle,
        y,
        size=SMALL,
        anchor="middle",
        font_weight=700 if bold else None,
        fill=INK if bold else QUIET,
    )
