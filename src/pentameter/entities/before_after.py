"""What an answer would make of the things of a pair, drawn: a dot a mention, an outline a thing, a row an agency.

The two mentions that are asked about have a ring each, and the line between them is broken where it is only a question.
Only what the reader may read is counted, and so only that is drawn.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pentameter.entities.queries.neighbourhood import Neighbourhood, Size, Things
from pentameter.look import words
from pentameter.look.charts.canvas import Canvas
from pentameter.look.charts.chart import Chart, Twin, Width
from pentameter.look.charts.palette import AXIS, CATEGORIES, FAINT, INK, PAPER, QUIET, SMALL, TEXT

MOST_DOTS = 15
"""Dots in either half of a picture; how many more there are is said in words."""
_MOST_ROWS = 5
_DOT, _STEP, _ROW, _EDGE, _GAP = 5.0, 14.0, 34.0, 12.0, 18.0

Held = tuple[tuple[str, int], ...]
"""Agencies by name, each with how many mentions it sent; the one whose mention is asked about comes first."""


@dataclass(frozen=True, slots=True)
class Half:
    """One thing, or the part of one that came from one side: what is drawn of it, and how many mentions it has."""

    held: Held
    mentions: int

    def rows(self, most: int) -> Iterator[tuple[str, int]]:
        """The agencies that are drawn, each with so many dots as there is room for."""
        left = MOST_DOTS
        for agency, count in self.held[:_MOST_ROWS]:
            if drawn := min(count, left, most):
                yield agency, drawn
            left -= drawn


@dataclass(frozen=True, slots=True)
class Panel:
    """The things at one moment: two outlines, or one around both halves. `right` is None where one cannot be halved."""

    title: str
    left: Half
    right: Half | None
    one: bool


@dataclass(frozen=True, kw_only=True)
class BeforeAfter(Chart):
    """Two panels, one above the other."""

    panels: tuple[Panel, ...]
    width: Width = Width.THIRD

    def paint(self, canvas: Canvas) -> float:
        """The panels, with the same place for the same mention."""
        names = dict.fromkeys(agency for panel in self.panels for half in _halves(panel) for agency, _ in half.held)
        colours = {name: CATEGORIES[min(place, len(CATEGORIES) - 1)] for place, name in enumerate(names)}
        y = 0.0
        for panel in self.panels:
            canvas.say(panel.title, 0, y + 14, font_weight=700, fill=INK)
            y = _panel(canvas, panel, y + 24, colours) + 22
        return y - 14

    def table(self) -> Twin:
        """A row for each agency in each thing."""
        columns = (("When", ""), ("Thing", ""), ("Agency", ""), ("Mentions", "num"))
        return Twin(self.title, columns, tuple(row for panel in self.panels for row in _rows(panel)))


def before_and_after(around: Neighbourhood, agencies: Mapping[str, str], as_of: date) -> BeforeAfter:
    """Now, and after the answer that would change it."""
    before, two = around.before, around.before.right is not None
    then, title = (around.same, "After “same”") if two else (around.different, "After “different”")
    halves = before if two else then
    panels = tuple(_made(at, name, halves, agencies) for at, name in ((before, "Now"), (then, title)))
    said = " ".join(f"{panel.title}: {_said(panel)}." for panel in panels)
    return BeforeAfter(title=said, source="reports that you may read.", as_of=as_of, panels=panels)


def _made(things: Things, title: str, halves: Things, agencies: Mapping[str, str]) -> Panel:
    if things.right is not None:
        return Panel(title, _half(things.left, agencies), _half(things.right, agencies), one=False)
    if halves.right is not None and _sums_up(things.left, halves.left, halves.right):
        return Panel(title, _half(halves.left, agencies), _half(halves.right, agencies), one=True)
    return Panel(title, _half(things.left, agencies), None, one=True)


def _sums_up(whole: Size, *parts: Size) -> bool:
    """Whether a thing is just its two halves; a judgement elsewhere may leave some of them out."""
    return Counter(dict(whole.held)) == sum((Counter(dict(part.held)) for part in parts), Counter())


def _half(size: Size, agencies: Mapping[str, str]) -> Half:
    return Half(tuple((agencies.get(slug, slug), count) for slug, count in size.held), size.mentions)


def _halves(panel: Panel) -> tuple[Half, ...]:
    return (panel.left,) if panel.right is None else (panel.left, panel.right)


def _said(panel: Panel) -> str:
    counts = [words.plural(half.mentions, "mention") for half in _halves(panel)]
    if panel.one:
        return f"one thing of {words.plural(sum(half.mentions for half in _halves(panel)), 'mention')}"
    return f"two things, of {' and of '.join(counts)}"


def _rows(panel: Panel) -> Iterator[tuple[str, ...]]:
    for number, half in enumerate(_halves(panel)):
        thing = "the one" if panel.one or number == 0 else "the other"
        yield from ((panel.title, thing, agency, f"{count:,}") for agency, count in half.held)


def _panel(canvas: Canvas, panel: Panel, top: float, colours: Mapping[str, str]) -> float:
    """Outlines first, then the line between the two that are asked about, then what is in them."""
    wide = (canvas.width - _GAP) / 2
    middle = canvas.width / 2
    high = max(_height(half, wide) for half in _halves(panel))
    for left, broad in [(0.0, canvas.width)] if panel.one else [(0.0, wide), (middle + _GAP / 2, wide)]:
        box = {"x": left + 1, "y": top, "width": broad - 2, "height": high, "rx": 8.0}
        canvas.draw("rect", **box, fill=FAINT, stroke=INK if panel.one else AXIS, stroke_width=2 if panel.one else 1.5)
    inner = _GAP / 2 + _EDGE + _DOT
    if panel.right is not None:
        y, dashes = top + _ROW, None if panel.one else "3 3"
        canvas.draw(
            "line",
            x1=middle - inner,
            x2=middle + inner,
            y1=y,
            y2=y,
            stroke=INK,
            stroke_width=2,
            stroke_dasharray=dashes,
        )
    _fill(canvas, panel.left, (middle - inner, -1.0), top, colours)
    if panel.right is not None:
        _fill(canvas, panel.right, (middle + inner, 1.0), top, colours)
    return top + high


def _height(half: Half, wide: float) -> float:
    rows = len(list(half.rows(_most(wide))))
    return 12 + rows * _ROW + (18 if _more(half, wide) else 0)


def _most(wide: float) -> int:
    """Dots that stand in one row."""
    return int((wide - 2 * _EDGE) // _STEP)


def _more(half: Half, wide: float) -> int:
    return half.mentions - sum(drawn for _, drawn in half.rows(_most(wide)))


def _fill(canvas: Canvas, half: Half, side: tuple[float, float], top: float, colours: Mapping[str, str]) -> None:
    """Rows of dots that begin at the middle and run outwards, each under its agency's name."""
    start, way = side
    wide, anchor = (canvas.width - _GAP) / 2, "end" if way < 0 else "start"
    edge, y = start - way * _DOT, top + 4
    room = wide - 2 * _EDGE
    for number, (agency, count) in enumerate(half.rows(_most(wide))):
        canvas.say(agency, edge, y + 14, size=SMALL, anchor=anchor, room=room, fill=TEXT)
        for place in range(count):
            asked = number == place == 0
            canvas.draw(
                "circle",
                cx=start + way * _STEP * place,
                cy=y + _ROW - 4,
                r=_DOT,
                fill=colours[agency],
                stroke=INK if asked else PAPER,
                stroke_width=2.5 if asked else 1,
            )
        y += _ROW
    if more := _more(half, wide):
        canvas.say(f"and {more:,} more", edge, y + 14, size=SMALL, anchor=anchor, room=room, fill=QUIET)
