"""Bars by week, from zero, with their numbers on them; and several of them on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pentameter.look.charts.areas import dots
from pentameter.look.charts.axes import Plot, along_the_foot, side_room, up_the_side
from pentameter.look.charts.canvas import Canvas
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.measure import breadth, compact, shortened
from pentameter.look.charts.palette import AXIS, INK, LINE, MAIN, PALE, QUIET, SIZE, SMALL
from pentameter.look.charts.scales import ticks

UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Week:
    """What was counted in the week that begins on a Monday; None is not known, which is not zero."""

    monday: date
    count: int | None
    href: str = ""

    def words(self) -> str:
        """ "Week of 2007-10-01: 61"."""
        return f"Week of {self.monday.isoformat()}: {counted(self.count)}"


def counted(count: int | None) -> str:
    """A count, or that it is not known."""
    return UNKNOWN if count is None else f"{count:,}"


@dataclass(frozen=True, kw_only=True)
class Bars(Chart):
    """One bar a week. The last week is dark where it is `running`: it is not over."""

    weeks: tuple[Week, ...]
    counted: str = "Reports"
    running: bool = False
    height: float = 190

    def paint(self, canvas: Canvas) -> float:
        """Axis, bars, numbers."""
        marks = ticks(max((week.count or 0 for week in self.weeks), default=0))
        plot = Plot(side_room(marks), canvas.width - 1, 18, self.height - 24, marks[-1])
        up_the_side(canvas, plot, marks)
        if not self.weeks:
            canvas.say("No weeks to show yet.", plot.left + 10, self.height / 2, size=13, fill=QUIET)
        for i, week in enumerate(self.weeks):
            last = i == len(self.weeks) - 1
            _bar(canvas, plot, week, plot.slot(i, len(self.weeks)), PALE if last and self.running else MAIN)
        _numbers(canvas, plot, self.weeks)
        along_the_foot(canvas, plot, [week.monday for week in self.weeks])
        return self.height

    def table(self) -> Twin:
        """A row a week."""
        rows = tuple((week.monday.isoformat(), counted(week.count)) for week in self.weeks)
        return Twin(self.title, (("Week of", ""), (self.counted, "num")), rows)


def _bar(canvas: Canvas, plot: Plot, week: Week, slot: tuple[float, float], fill: str) -> None:
    left, wide = slot
    gap = min(wide * 0.18, 8)
    with canvas.thing(week.words(), week.href):
        canvas.draw(
            "rect", x=left, y=plot.top, width=wide, height=plot.bottom - plot.top, fill="#fff", fill_opacity="0"
        )
        if week.count is None:
            top = plot.bottom - 22
            canvas.draw(
                "rect", x=left + gap / 2, y=top, width=wide - gap, height=22, fill=dots(canvas), stroke="#c9d1dc"
            )
            return
        top = plot.y(week.count)
        canvas.draw(
            "rect",
            x=left + gap / 2,
            y=top,
            width=wide - gap,
            height=plot.bottom - top,
            rx=min(2, (plot.bottom - top) / 2),
            fill=fill,
            class_="mark",
        )


def _numbers(canvas: Canvas, plot: Plot, weeks: Sequence[Week]) -> None:
    """On every bar where all fit, or else on the highest and the last."""
    told = [compact(week.count) if week.count is not None else "" for week in weeks]
    _, wide = plot.slot(0, len(weeks))
    all_fit = max((breadth(text, SMALL, bold=True) for text in told), default=0) <= wide - 2
    highest = max(range(len(weeks)), key=lambda i: weeks[i].count or 0, default=0)
    for i, week in enumerate(weeks):
        if week.count is not None and (all_fit or i == highest):
            half = breadth(told[i], SMALL, bold=True) / 2
            left, _ = plot.slot(i, len(weeks))
            at = min(max(left + wide / 2, plot.left + half), plot.right - half)
            y = plot.y(week.count) - 5
            canvas.say(told[i], at, y, size=SMALL, anchor="middle", font_weight=600, fill=INK)


@dataclass(frozen=True, slots=True)
class Panel:
    """One of several small charts."""

    name: str
    counts: tuple[int | None, ...]
    href: str = ""

    def total(self) -> int:
        """All that is known."""
        return sum(count or 0 for count in self.counts)


@dataclass(frozen=True, kw_only=True)
class SmallMultiples(Chart):
    """The same weeks for several things, all on one scale: heights can be compared across panels."""

    mondays: tuple[date, ...]
    panels: tuple[Panel, ...]
    note: str = "All panels are on one scale."

    def paint(self, canvas: Canvas) -> float:
        """Panels in rows of two, or three where there is room."""
        columns = 3 if canvas.width >= 640 else 2
        gap, tall = 20.0, 96.0
        wide = (canvas.width - gap * (columns - 1)) / columns
        most = max((count or 0 for panel in self.panels for count in panel.counts), default=0) or 1
        for i, panel in enumerate(self.panels):
            left, top = (i % columns) * (wide + gap), (i // columns) * (tall + 16)
            plot = Plot(left, left + wide, top + 24, top + tall - 18, most)
            with canvas.thing(f"{panel.name}: {panel.total():,}", panel.href):
                _panel(canvas, plot, panel)
            self._foot(canvas, plot)
        rows = -(-len(self.panels) // columns)
        return max(rows * (tall + 16) - 12, 20)

    def table(self) -> Twin:
        """A row a week, a column a panel."""
        columns = (("Week of", ""), *((panel.name, "num") for panel in self.panels))
        rows = (
            (monday.isoformat(), *(counted(panel.counts[i]) for panel in self.panels))
            for i, monday in enumerate(self.mondays)
        )
        total = ("Total", *(f"{panel.total():,}" for panel in self.panels))
        return Twin(self.title, columns, (*rows, total))

    def _foot(self, canvas: Canvas, plot: Plot) -> None:
        canvas.draw("line", x1=plot.left, x2=plot.right, y1=plot.bottom, y2=plot.bottom, stroke=AXIS)
        if not self.mondays:
            return
        first, last = self.mondays[0].isoformat(), self.mondays[-1].isoformat()
        canvas.say(first, plot.left, plot.bottom + 15, size=SMALL, fill=QUIET)
        if len(self.mondays) > 1 and plot.right - plot.left > 2 * breadth(last, SMALL) + 8:
            canvas.say(last, plot.right, plot.bottom + 15, size=SMALL, anchor="end", fill=QUIET)


def _panel(canvas: Canvas, plot: Plot, panel: Panel) -> None:
    total = compact(panel.total())
    room = plot.right - plot.left - breadth(total, SIZE) - 8
    name = shortened(panel.name, SIZE, room, bold=True)
    canvas.say(name, plot.left, plot.top - 11, font_weight=600, fill=INK)
    canvas.say(total, plot.left + breadth(name, SIZE, bold=True) + 8, plot.top - 11, fill=QUIET)
    canvas.draw("rect", x=plot.left, y=plot.top, width=plot.right - plot.left, height=0.5, fill=LINE)
    for i, count in enumerate(panel.counts):
        left, wide = plot.slot(i, len(panel.counts))
        gap = min(wide * 0.16, 5)
        if count is None:
            canvas.draw("rect", x=left + gap / 2, y=plot.bottom - 10, width=wide - gap, height=10, fill=dots(canvas))
        elif count:
            top = min(plot.y(count), plot.bottom - 1)
            canvas.draw(
                "rect",
                x=left + gap / 2,
                y=top,
                width=wide - gap,
                height=plot.bottom - top,
                fill=MAIN,
                class_="mark",
            )
