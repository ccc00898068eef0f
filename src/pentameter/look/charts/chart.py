"""What every chart has: a title, a source, an as-of date, a drawing at two widths and a table that says the same."""

import csv
import io
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from hashlib import sha256

from markupsafe import Markup, escape

from pentameter.look.charts.canvas import Canvas, short
from pentameter.look.charts.measure import wrapped
from pentameter.look.charts.palette import FONT, INK, PAPER, QUIET, SMALL
from pentameter.look.words import day

NARROW = 330


class Width(IntEnum):
    """How wide the card is in which the chart stands, in pixels of a desktop page."""

    THIRD = 370
    HALF = 580
    MOST = 700
    FULL = 1240


@dataclass(frozen=True, slots=True)
class Twin:
    """The table that says in words and numbers what a chart shows. Columns: (label, "num" or "")."""

    caption: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]

    def csv(self) -> str:
        """The table as a file. A cell that a spreadsheet would run is led by an apostrophe."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([label for label, _ in self.columns])
        writer.writerows([[_tame(cell) for cell in row] for row in self.rows])
        return out.getvalue()


_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(\.[0-9]+)?")


def _tame(cell: str) -> str:
    risky = cell[:1] in ("=", "+", "-", "@", "\t") and not _NUMBER.fullmatch(cell)
    return "'" + cell if risky else cell


@dataclass(frozen=True, kw_only=True)
class Chart(ABC):
    """A chart over frozen values. `source` is a sentence; `note` says what the reader must know."""

    title: str
    source: str
    as_of: date
    note: str = ""
    width: Width = Width.HALF

    @abstractmethod
    def paint(self, canvas: Canvas) -> float:
        """Draw on the canvas, as wide as it is, and say how high it became."""

    @abstractmethod
    def table(self) -> Twin:
        """The chart's table."""

    def svg(self, width: float | None = None, class_: str = "") -> Markup:
        """The drawing at one width, for a page."""
        wide = float(width or self.width)
        canvas = Canvas(wide, f"{self.key()}-{wide:.0f}")
        return canvas.finish(self.paint(canvas), self.title, class_)

    def on_page(self) -> Markup:
        """Drawn for the card and for a phone; the style sheet shows the one that fits."""
        name = self.width.name.lower()
        if self.width <= Width.THIRD:
            return self.svg(class_=f"fit-{name}")
        return Markup("{}{}").format(
            self.svg(class_=f"wide-chart fit-{name}"), self.svg(NARROW, class_=f"narrow until-{name}")
        )

    def key(self) -> str:
        """A short mark of exactly these values, so that ids differ between charts and not between renderings."""
        return sha256(repr(self).encode()).hexdigest()[:8]

    def file(self) -> str:
        """The drawing as a file of its own: title above, note and source below."""
        return _framed(self)


def _framed(chart: Chart) -> str:
    canvas = Canvas(float(min(chart.width, Width.MOST)), f"{chart.key()}-file", pinned=True)
    height = chart.paint(canvas)
    frame = Canvas(canvas.width, "frame", pinned=True)
    frame.say(chart.title, 0, 18, size=17, font_weight=700, fill=INK)
    y = 40 + height + 16
    for text in (chart.note, f"Source: {chart.source} As of {day(chart.as_of)}."):
        for line in wrapped(text, SMALL, canvas.width, lines=4):
            frame.say(line, 0, y, size=SMALL, fill=QUIET)
            y += 15
    wide, high = short(canvas.width + 32), short(y + 16)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="-16 -16 {wide} {high}"'
        f' font-family="{FONT}"><title>{escape(chart.title)}</title>'
        f'<rect x="-16" y="-16" width="{wide}" height="{high}" fill="{PAPER}"/>{frame.body()}'
        f'<g transform="translate(0 40)">{canvas.body()}</g></svg>'
    )
