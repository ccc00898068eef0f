"""The axes that charts share: values from zero, weeks by their ISO date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pentameter.look.charts.canvas import Canvas
from pentameter.look.charts.measure import breadth
from pentameter.look.charts.palette import AXIS, LINE, QUIET, SMALL
from pentameter.look.words import number


@dataclass(frozen=True, slots=True)
class Plot:
    """The box in which values are drawn, and the largest value that it holds."""

    left: float
    right: float
    top: float
    bottom: float
    most: float

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.bottom - (self.bottom - self.top) * value / self.most

    def x(self, value: float) -> float:
        """The place of a value on a horizontal scale."""
        return self.left + (self.right - self.left) * value / self.most

    def slot(self, i: int, of: int) -> tuple[float, float]:
        """The left edge and the width of one of equally wide slots."""
        wide = (self.right - self.left) / max(of, 1)
        return self.left + i * wide, wide


def said(value: float) -> str:
    """A value in words, whole where it is whole."""
    return number(int(value) if float(value).is_integer() else round(value, 1))


def up_the_side(canvas: Canvas, plot: Plot, marks: Sequence[float]) -> None:
    """Faint lines at round values, each with its number at the left."""
    for mark in marks:
        y = plot.y(mark)
        colour = AXIS if mark == 0 else LINE
        canvas.draw("line", x1=plot.left, x2=plot.right, y1=y, y2=y, stroke=colour, stroke_width=1)
        canvas.say(said(mark), plot.left - 6, y + 4, size=SMALL, anchor="end", fill=QUIET)


def side_room(marks: Sequence[float]) -> float:
    """The room that the numbers at the left need."""
    return max(breadth(said(mark), SMALL) for mark in marks) + 8


def along_the_foot(canvas: Canvas, plot: Plot, days: Sequence[date], *, size: float = SMALL) -> None:
    """As many ISO dates as fit below their slots, always the first; the last where it does not touch."""
    need = breadth("2007-10-01", size) + 10
    _, wide = plot.slot(0, len(days))
    every = max(1, -(-int(need) // max(int(wide), 1)))
    end = -need
    for i in range(0, len(days), every):
        left, _ = plot.slot(i, len(days))
        middle = left + wide / 2
        half = need / 2 - 5
        at = min(max(middle, half), canvas.width - half)
        if at - half > end + 4:
            canvas.say(days[i].isoformat(), at, plot.bottom + 16, size=size, anchor="middle", fill=QUIET)
            end = at + half
