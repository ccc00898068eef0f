"""Bars that lie: a row a thing, one or two series side by side on one scale from zero, numbers at their ends."""

from dataclasses import dataclass

from pentameter.look.charts.areas import hatch
from pentameter.look.charts.canvas import Canvas
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.measure import breadth
from pentameter.look.charts.palette import AXIS, CATEGORIES, INK, MAIN, QUIET, SIZE, SMALL

WITHHELD = "withheld"
_THICK, _BETWEEN, _ROOM = 15.0, 3.0, 12.0


@dataclass(frozen=True, slots=True)
class Row:
    """A thing with a count for each series; None is not a zero: it is withheld, or absent."""

    name: str
    counts: tuple[int | None, ...]
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Rows(Chart):
    """Rows in the order given. `series` names what stands side by side, one or two; `what` heads the first column.

    `absent` is what None means: withheld (drawn hatched), or that there is no such thing on this side.
    """

    rows: tuple[Row, ...]
    series: tuple[str, ...] = ("People",)
    what: str = ""
    absent: str = WITHHELD

    def paint(self, canvas: Canvas) -> float:
        """A key where there are two series; then the rows, names beside the bars or above them on a phone."""
        if not self.rows:
            canvas.say("Nothing to draw.", 0, 20, fill=QUIET)
            return 30.0
        beside = canvas.width >= 480
        names = max(breadth(row.name, SIZE) for row in self.rows) + 14
        left = min(names, canvas.width * 0.4) if beside else 0.0
        most = max((count or 0 for row in self.rows for count in row.counts), default=0) or 1
        ends = max(breadth(self._said(count), SIZE, bold=True) for row in self.rows for count in row.counts) + 10
        y = self._key(canvas)
        for row in self.rows:
            with canvas.thing(self._words(row), row.href):
                y = self._row(canvas, row, (left, (canvas.width - left - ends) / most), y, beside=beside)
        canvas.draw("line", x1=left, x2=left, y1=0 if len(self.series) == 1 else 22, y2=y - _ROOM + 4, stroke=AXIS)
        return y - _ROOM + 8

    def table(self) -> Twin:
        """A row a thing, a column a series."""
        columns = ((self.what, ""), *((name, "num") for name in self.series))
        return Twin(self.title, columns, tuple((row.name, *map(self._said, row.counts)) for row in self.rows))

    def _words(self, row: Row) -> str:
        """ "Forced labour: 31", or "Forced labour: Durham 31, Kent 12"."""
        told = [self._said(count) for count in row.counts]
        if len(told) > 1:
            told = [f"{name} {count}" for name, count in zip(self.series, told, strict=True)]
        return f"{row.name}: {', '.join(told)}"

    def _said(self, count: int | None) -> str:
        return self.absent if count is None else f"{count:,}"

    def _key(self, canvas: Canvas) -> float:
        if len(self.series) == 1:
            return 4.0
        x = 0.0
        for number, name in enumerate(self.series):
            canvas.draw("rect", x=x, y=3, width=14, height=12, rx=2, fill=_colour(number, len(self.series)))
            canvas.say(name, x + 20, 13, room=canvas.width / len(self.series) - 24, size=SMALL, fill=INK)
            x += min(breadth(name, SMALL) + 44, canvas.width / len(self.series))
        return 28.0

    def _row(self, canvas: Canvas, row: Row, at: tuple[float, float], y: float, *, beside: bool) -> float:
        left, scale = at
        tall = len(row.counts) * _THICK + (len(row.counts) - 1) * _BETWEEN
        if beside:
            canvas.say(row.name, left - 8, y + tall / 2 + 4, anchor="end", room=left - 10)
        else:
            canvas.say(row.name, left, y + 11)
            y += 17
        for number, count in enumerate(row.counts):
            top = y + number * (_THICK + _BETWEEN)
            hatched = count is None and self.absent == WITHHELD
            wide = 46.0 if hatched else (count or 0) * scale
            fill = hatch(canvas) if hatched else _colour(number, len(row.counts))
            if count is not None or hatched:
                canvas.draw("rect", x=left, y=top, width=max(wide, 0.5), height=_THICK, fill=fill, class_="mark")
            weight = None if count is None else 600
            told = self._said(count)
            canvas.say(told, left + wide + 6, top + 12, font_weight=weight, fill=QUIET if count is None else INK)
        return y + tall + _ROOM


def _colour(number: int, series: int) -> str:
    return MAIN if series == 1 else CATEGORIES[number]
