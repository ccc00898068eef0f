"""Coverage: who has looked, week by week. Four looks, and blank where no word was asked for."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pentameter.look.charts.areas import dots
from pentameter.look.charts.canvas import Canvas, short
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.measure import breadth
from pentameter.look.charts.palette import MAIN, PAPER, QUIET, SIZE, SMALL

_ROW = 23.0


class Looked(StrEnum):
    """What an agency said of a week."""

    FOUND = "found"
    NIL = "nil"
    NOT_LOOKED = "not_looked"
    NO_RETURN = "no_return"
    NOT_ASKED = "not_asked"


MEANING = {
    Looked.FOUND: "looked and found",
    Looked.NIL: "looked, found nothing",
    Looked.NOT_LOOKED: "did not look",
    Looked.NO_RETURN: "no return",
    Looked.NOT_ASKED: "not taking part",
}


@dataclass(frozen=True, slots=True)
class Coverage:
    """An agency's weeks, in the order of the chart's Mondays."""

    agency: str
    weeks: tuple[Looked, ...]
    last: str = ""
    href: str = ""

    def words(self) -> str:
        """ "Durham: 4 weeks looked and found, 1 week no return"."""
        counts = Counter(self.weeks)
        told = (f"{n} {'week' if n == 1 else 'weeks'} {MEANING[s]}" for s in Looked if (n := counts[s]))
        return f"{self.agency}: {', '.join(told)}"


@dataclass(frozen=True, kw_only=True)
class CoverageStrip(Chart):
    """A row an agency, a cell a week; `last` says when it last looked."""

    mondays: tuple[date, ...]
    agencies: tuple[Coverage, ...]

    def paint(self, canvas: Canvas) -> float:
        """What the looks mean, the weeks on top, then the agencies."""
        top = self._looks(canvas)
        names = min(max((breadth(a.agency, SIZE) for a in self.agencies), default=0) + 14, canvas.width * 0.4)
        lasts = max((breadth(a.last, SMALL) for a in self.agencies), default=0)
        lasts = lasts + 12 if lasts and canvas.width >= 480 else 0
        cell = min((canvas.width - names - lasts) / max(len(self.mondays), 1), 44)
        self._weeks(canvas, names, top, cell)
        y = top + 20
        for agency in self.agencies:
            with canvas.thing(agency.words(), agency.href):
                canvas.say(agency.agency, 0, y + 15, room=names - 10)
                _cells(canvas, agency, (names, y), cell)
            if lasts and agency.last:
                x = names + cell * len(self.mondays) + 10
                canvas.say(agency.last, x, y + 15, size=SMALL, fill=QUIET)
            y += _ROW
        return y + 4

    def table(self) -> Twin:
        """A row an agency, a column a week."""
        columns = (("Agency", ""), *((monday.isoformat(), "") for monday in self.mondays), ("Last looked", ""))
        rows = ((a.agency, *(MEANING[week] for week in a.weeks), a.last) for a in self.agencies)
        return Twin(self.title, columns, tuple(rows))

    def _looks(self, canvas: Canvas) -> float:
        x, y = 0.0, 2.0
        for state, meaning in MEANING.items():
            if state is Looked.NOT_ASKED:
                continue  # drawn as nothing
            wide = 26 + breadth(meaning, SIZE)
            if x and x + wide > canvas.width:
                x, y = 0.0, y + 21
            _mark(canvas, state, [(x, y)], (18.0, 13.0))
            canvas.say(meaning, x + 25, y + 11)
            x += wide + 16
        return y + 30

    def _weeks(self, canvas: Canvas, left: float, top: float, cell: float) -> None:
        need = breadth("2007-10-01", SMALL)
        every = max(1, -(-int(need + 10) // max(int(cell), 1)))
        for i in range(0, len(self.mondays), every):
            x = left + cell * i
            if x + need <= canvas.width:
                canvas.say(self.mondays[i].isoformat(), x, top + 12, size=SMALL, fill=QUIET)


def _cells(canvas: Canvas, agency: Coverage, at: tuple[float, float], cell: float) -> None:
    size = (max(cell - 3, 1), _ROW - 5)
    for state in Looked:
        corners = [(at[0] + cell * i + 1, at[1] + 2) for i, week in enumerate(agency.weeks) if week is state]
        if corners:
            _mark(canvas, state, corners, size)


def _mark(canvas: Canvas, state: Looked, corners: list[tuple[float, float]], size: tuple[float, float]) -> None:
    """All cells of one look as one path, so that a hundred agencies stay a small drawing."""
    wide, high = size
    boxes = "".join(f"M{short(x)} {short(y)}h{short(wide)}v{short(high)}h-{short(wide)}z" for x, y in corners)
    if state is Looked.FOUND:
        canvas.draw("path", d=boxes, fill=MAIN, class_="mark")
    elif state is Looked.NIL:
        canvas.draw("path", d=boxes, fill=PAPER, stroke=QUIET, stroke_width=1.2, class_="mark")
    elif state is Looked.NOT_ASKED:
        return
    elif state is Looked.NO_RETURN:
        canvas.draw("path", d=boxes, fill=dots(canvas), stroke="#c9d1dc", stroke_width=0.6, class_="mark")
    else:
        dash = "".join(f"M{short(x + wide * 0.3)} {short(y + high / 2)}h{short(wide * 0.4)}" for x, y in corners)
        canvas.draw("path", d=boxes, fill="#eceff4", class_="mark")
        canvas.draw("path", d=dash, fill="none", stroke=QUIET, stroke_width=1.8)
