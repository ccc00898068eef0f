"""Stretches of time, a row a thing, on one axis of years, with marks where something happened."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pentameter.look.charts.areas import dots
from pentameter.look.charts.canvas import Canvas, short
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.measure import breadth, wrapped
from pentameter.look.charts.palette import AXIS, CATEGORIES, INK, LINE, MAIN, PAPER, QUIET, SIZE, SMALL, TEXT
from pentameter.look.words import plural

OUT = CATEGORIES[1]
"""Also said in words, at the end of the row's name."""
_HALO: dict[str, Any] = {"stroke": PAPER, "stroke_width": 4, "paint_order": "stroke"}
_BESIDE, _BAR, _LABELLED, _LANE, _LINE, _GAP = 640.0, 11.0, 16.0, 11.0, 16.0, 12.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a day to a day. `start` None: it began before the axis, or nobody knows when; `known` is then a day in it.

    `end` None: it goes on.
    """

    start: date | None
    end: date | None = None
    label: str = ""
    known: date | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened on a day, so many times. What is `full` is drawn as a dot, the rest as a tick."""

    on: date
    count: int = 1
    full: bool = False


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One thing. `remark` is what is said of it beside its name where it stands `out`; `cells` are for the table."""

    name: str
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...] = ()
    remark: str = ""
    out: bool = False
    cells: tuple[str, ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class _Years:
    """The axis: from the first of a January to a day."""

    left: float
    right: float
    first: date
    last: date

    def x(self, on: date) -> float:
        """The place of a day; what lies outside stands at the edge."""
        share = (on - self.first).days / max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)


@dataclass(frozen=True, kw_only=True)
class Spans(Chart):
    """Rows in the order given, up to the as-of date. `tick` and `dot` say what the marks are; `columns` the table's."""

    rows: tuple[SpanRow, ...]
    first: date
    tick: str = ""
    dot: str = ""
    columns: tuple[tuple[str, str], ...] = ()

    def paint(self, canvas: Canvas) -> float:
        """What the marks are, the years, then the rows."""
        beside = canvas.width >= _BESIDE
        left = canvas.width * 0.36 if beside else 0.0
        years = _Years(left, canvas.width - 6, date(self.first.year, 1, 1), max(self.as_of, self.first))
        top = self._key(canvas) + 18
        heights = [_height(row, left - 14 if beside else canvas.width, beside=beside) for row in self.rows]
        _grid(canvas, years, top, top + sum(heights))
        y = top + 6
        for row, height in zip(self.rows, heights, strict=True):
            with canvas.thing(words(row, self), row.href):
                canvas.draw("rect", x=0, y=y - 5, width=canvas.width, height=height, fill=PAPER, fill_opacity="0")
                _row(canvas, years, row, y, beside=beside)
            y += height
        return max(y, top + 20)

    def table(self) -> Twin:
        """A row a thing, with the cells that it was given."""
        return Twin(self.title, self.columns, tuple((row.name, *row.cells) for row in self.rows))

    def _key(self, canvas: Canvas) -> float:
        """What a tick and a dot are, where there is any."""
        x = 0.0
        for full, name in ((False, self.tick), (True, self.dot)):
            if name and any(mark.full is full for row in self.rows for mark in row.marks):
                _marks(canvas, [(x + 5, full)], 5.0, INK)
                canvas.say(name, x + 16, 14)
                x += breadth(name, SIZE) + 34
        return 24.0 if x else 0.0


def words(row: SpanRow, chart: Spans) -> str:
    """A row in words: its name, what is remarked, and how often each mark stands."""
    told = [row.name + (f": {row.remark}" if row.remark else "")]
    for full, name in ((False, chart.tick), (True, chart.dot)):
        count = sum(mark.count for mark in row.marks if mark.full is full)
        if count and name:
            told.append(plural(count, name))
    return ", ".join(told)


def _height(row: SpanRow, room: float, *, beside: bool) -> float:
    name = _LINE * (len(_name(row, room)) + len(_remark(row, room)))
    bars = sum(_bar(one) + 3 for one in row.stretches) + (_LANE if row.marks else 0)
    return (max(name, bars) if beside else name + bars + 4) + _GAP


def _name(row: SpanRow, room: float) -> list[str]:
    return wrapped(row.name, SIZE, room, lines=2, bold=row.out)


def _remark(row: SpanRow, room: float) -> list[str]:
    return wrapped(row.remark, SMALL, room, lines=2)


def _bar(stretch: Stretch) -> float:
    return _LABELLED if stretch.label else _BAR


def _row(canvas: Canvas, years: _Years, row: SpanRow, y: float, *, beside: bool) -> None:
    canvas.draw("line", x1=0, x2=canvas.width, y1=y - 5, y2=y - 5, stroke=LINE, stroke_width=0.6)
    at, room = y, years.left - 14 if beside else canvas.width
    for line in _name(row, room):
        at += _LINE
        canvas.say(line, 0, at - 4, fill=INK if row.out else TEXT, font_weight=600 if row.out else None, **_HALO)
    for line in _remark(row, room):
        at += _LINE
        canvas.say(line, 0, at - 4, size=SMALL, fill=OUT if row.out else QUIET, **_HALO)
    _bars(canvas, years, row, y if beside else at + 4)


def _bars(canvas: Canvas, years: _Years, row: SpanRow, y: float) -> None:
    if row.marks:
        _marks(canvas, [(years.x(mark.on), mark.full) for mark in row.marks], y + 4, INK)
        y += _LANE
    for one in row.stretches:
        _stretch(canvas, years, one, y, OUT if row.out else MAIN)
        y += _bar(one) + 3


def _stretch(canvas: Canvas, years: _Years, one: Stretch, y: float, fill: str) -> None:
    """Solid where it is known to be so, dotted where it is not known since when."""
    known = one.start or one.known
    left, right = years.x(known) if known else years.left, years.x(one.end or years.last)
    high = _bar(one)
    if one.start is None:
        start, wide = years.left, max((left if one.known else right) - years.left, 2)
        canvas.draw("rect", x=start, y=y, width=wide, height=high, fill=dots(canvas), stroke=AXIS, stroke_width=0.6)
        left = start + wide
    if known:
        canvas.draw("rect", x=left, y=y, width=max(right - left, 2), height=high, rx=2, fill=fill, class_="mark")
    _label(canvas, one, y, (left if known else right, right))


def _label(canvas: Canvas, one: Stretch, y: float, ends: tuple[float, float]) -> None:
    """In the bar where it fits, or after its end."""
    left, right = ends
    wide = breadth(one.label, SMALL) + 10
    if one.label and wide <= right - left:
        canvas.say(one.label, left + 5, y + 12, size=SMALL, fill=PAPER)
    elif one.label and right + wide <= canvas.width:
        canvas.say(one.label, right + 5, y + 12, size=SMALL, fill=QUIET)


def _marks(canvas: Canvas, at: list[tuple[float, bool]], y: float, fill: str) -> None:
    """Ticks as one path, dots on top of them."""
    ticks = "".join(f"M{short(x)} {short(y - 4)}v9" for x, full in at if not full)
    if ticks:
        canvas.draw("path", d=ticks, fill="none", stroke=fill, stroke_width=1.4)
    for x, full in at:
        if full:
            canvas.draw("circle", cx=x, cy=y, r=4, fill=fill, stroke=PAPER, stroke_width=1)


def _grid(canvas: Canvas, years: _Years, top: float, bottom: float) -> None:
    """A faint line at each year that has room for its number."""
    need = breadth("2007", SMALL) + 12
    a_year = (years.right - years.left) * 365 / max((years.last - years.first).days, 365)
    every = max(1, -(-int(need) // max(int(a_year), 1)))
    for year in range(years.first.year, years.last.year + 1, every):
        x = years.x(date(year, 1, 1))
        canvas.draw("line", x1=x, x2=x, y1=top - 2, y2=bottom, stroke=LINE, stroke_width=1)
        if x + need - 12 <= canvas.width:
            canvas.say(str(year), x, top - 6, size=SMALL, fill=QUIET)
