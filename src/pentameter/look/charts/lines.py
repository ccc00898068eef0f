"""Lines over weeks, from zero, each named at its end; and the sparkline of a key figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from pentameter.look.charts.axes import Plot, along_the_foot, side_room, up_the_side
from pentameter.look.charts.bars import counted
from pentameter.look.charts.canvas import Canvas, short
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.measure import breadth, compact
from pentameter.look.charts.palette import CATEGORIES, MAIN, SIZE
from pentameter.look.charts.scales import ticks

MOST_LINES = len(CATEGORIES)
_APART = 16.0


@dataclass(frozen=True, slots=True)
class Line:
    """A thing counted week by week; None is not known, and breaks the line."""

    name: str
    counts: tuple[int | None, ...]

    def last(self) -> int | None:
        """The last count that is known."""
        return next((count for count in reversed(self.counts) if count is not None), None)


@dataclass(frozen=True, kw_only=True)
class Lines(Chart):
    """At most six lines; whoever has more groups the rest first."""

    mondays: tuple[date, ...]
    lines: tuple[Line, ...]
    height: float = 240

    def __post_init__(self) -> None:
        if len(self.lines) > MOST_LINES:
            raise ValueError(f"More than {MOST_LINES} lines cannot be told apart: group the rest.")

    def paint(self, canvas: Canvas) -> float:
        """Axis, lines, and the names at their ends."""
        marks = ticks(max((count or 0 for line in self.lines for count in line.counts), default=0))
        names = max((breadth(_ending(line), SIZE, bold=True) for line in self.lines), default=0)
        room = min(names + 12, canvas.width * 0.42)
        plot = Plot(side_room(marks), canvas.width - room, 12, self.height - 24, marks[-1])
        up_the_side(canvas, plot, marks)
        along_the_foot(canvas, plot, self.mondays)
        ends = _apart([plot.y(line.last() or 0) for line in self.lines], plot)
        for line, colour, y in zip(self.lines, CATEGORIES, ends, strict=False):
            _trace(canvas, plot, line, colour)
            canvas.say(_ending(line), plot.right + 6, y + 4, fill=colour, font_weight=600)
        return self.height

    def table(self) -> Twin:
        """A row a week, a column a line."""
        columns = (("Week of", ""), *((line.name, "num") for line in self.lines))
        rows = (
            (monday.isoformat(), *(counted(line.counts[i]) for line in self.lines))
            for i, monday in enumerate(self.mondays)
        )
        return Twin(self.title, columns, tuple(rows))


def _ending(line: Line) -> str:
    last = line.last()
    return f"{compact(last)} {line.name}" if last is not None else f"{line.name}, not known"


def _trace(canvas: Canvas, plot: Plot, line: Line, colour: str) -> None:
    for run in _runs(line.counts):
        points = [(sum_of(plot.slot(i, len(line.counts))), plot.y(count)) for i, count in run]
        if len(points) > 1:
            drawn = " ".join(f"{short(x)},{short(y)}" for x, y in points)
            canvas.draw("polyline", points=drawn, fill="none", stroke=colour, stroke_width=2.2, stroke_linejoin="round")
        if len(points) == 1 or run[-1][0] == len(line.counts) - 1:
            canvas.draw("circle", cx=points[-1][0], cy=points[-1][1], r=3.2, fill=colour)


def sum_of(slot: tuple[float, float]) -> float:
    """The middle of a slot."""
    return slot[0] + slot[1] / 2


def _runs(counts: Sequence[int | None]) -> list[list[tuple[int, int]]]:
    """The stretches in which every count is known."""
    runs: list[list[tuple[int, int]]] = [[]]
    for i, count in enumerate(counts):
        if count is None:
            runs.append([])
        else:
            runs[-1].append((i, count))
    return [run for run in runs if run]


def _apart(wanted: Sequence[float], plot: Plot) -> list[float]:
    """The heights of the names, moved so that none touches another and all stay beside the plot."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed = [0.0] * len(wanted)
    floor = plot.top
    for i in order:
        placed[i] = floor = max(wanted[i], floor)
        floor += _APART
    over = floor - _APART - plot.bottom
    ceiling = plot.bottom
    for i in reversed(order):
        if over > 0:
            placed[i] = min(placed[i], ceiling)
            ceiling = placed[i] - _APART
    return placed


def sparkline(counts: Sequence[int | None], *, colour: str = MAIN, width: float = 104, height: float = 28) -> Markup:
    """The course of a key figure, without words: the figure itself says where it ended."""
    canvas = Canvas(width, "spark")
    known = [count for count in counts if count is not None]
    plot = Plot(3, width - 3, 4, height - 4, max(known, default=0) or 1)
    step = (plot.right - plot.left) / max(len(counts) - 1, 1)
    for run in _runs(counts):
        points = [(plot.left + i * step, plot.y(count)) for i, count in run]
        drawn = " ".join(f"{short(x)},{short(y)}" for x, y in points)
        canvas.draw("polyline", points=drawn, fill="none", stroke=colour, stroke_width=2, stroke_linejoin="round")
        if run[-1][0] == len(counts) - 1:
            canvas.draw("circle", cx=points[-1][0], cy=points[-1][1], r=3, fill=colour)
    return Markup(
        '<svg class="spark" viewBox="0 0 {0} {1}" width="{0}" height="{1}" aria-hidden="true">{2}</svg>'
    ).format(
        short(width),
        short(height),
        Markup(canvas.body()),  # noqa: S704 - shapes only, no words
    )
