"""Bars of shares, the largest first: what carries most. The words stand above each bar, however long they are."""

from dataclasses import dataclass

from pentameter.look import words
from pentameter.look.charts.canvas import Canvas
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.measure import breadth, wrapped
from pentameter.look.charts.palette import FAINT, INK, MAIN, SIZE

_BAR, _LINE, _GAP = 10.0, 17.0, 12.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A thing and its share, from 0 to 1."""

    name: str
    share: float

    @property
    def words(self) -> str:
        """The share as it is written."""
        return words.share(self.share)


@dataclass(frozen=True, kw_only=True)
class RankedShares(Chart):
    """A bar a thing on one scale from nothing to all; `named` says what the things are."""

    shares: tuple[Ranked, ...]
    named: str = "What"

    def paint(self, canvas: Canvas) -> float:
        """The words, the bar in its trough, and the share at the right."""
        room = breadth("less than 1%", SIZE, bold=True) + 12
        wide = max(canvas.width - room, 40.0)
        y = 0.0
        for one in self.shares:
            with canvas.thing(f"{one.name}: {one.words}"):
                for line in wrapped(one.name, SIZE, canvas.width, lines=3):
                    y += _LINE
                    canvas.say(line, 0, y - 4)
                canvas.draw("rect", x=0, y=y + 2, width=wide, height=_BAR, rx=3, fill=FAINT)
                filled = wide * min(max(one.share, 0.0), 1.0)
                canvas.draw("rect", x=0, y=y + 2, width=max(filled, 1.5), height=_BAR, rx=3, fill=MAIN, class_="mark")
                canvas.say(one.words, wide + 8, y + 11, font_weight=600, fill=INK)
            y += _BAR + _GAP
        return max(y, 1.0)

    def table(self) -> Twin:
        """A row a thing."""
        rows = tuple((one.name, f"{100 * one.share:.1f}%") for one in self.shares)
        return Twin(self.title, ((self.named, ""), ("Share", "num")), rows)
