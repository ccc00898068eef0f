"""How the figures look: colours, sizes, words measured so that nothing is cut, pages laid out in inches.

Dark and light carry the difference before colour does, so that print in black and white says the same; marks that
mean something have a shape of their own. Figures are made without pyplot: nothing is global, nothing opens a window.
"""

import re
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.text import Text
from matplotlib.ticker import NullLocator

INK, TEXT, QUIET, LINE = "#14213d", "#1b2433", "#5a6578", "#d9dee6"
TEAL, AMBER, PALE, MIDDLE = "#00616b", "#8a5300", "#dbe7f3", "#6ea3cf"
SIZE, SMALL, LARGE = 10.0, 9.0, 12.5
PAGE, MARGIN = 8.0, 0.15
"""Inches across: a page of A4 with margins, or a notebook's column; and what is left free at its edges."""

STYLE: dict[Any, Any] = {
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans", "Verdana"],
    "font.size": SIZE,
    "text.color": TEXT,
    "text.usetex": False,
    "axes.edgecolor": QUIET,
    "axes.facecolor": "none",
    "axes.linewidth": 0.8,
    "xtick.color": QUIET,
    "ytick.color": QUIET,
    "xtick.labelcolor": TEXT,
    "ytick.labelcolor": TEXT,
    "figure.dpi": 150.0,
    "savefig.dpi": "figure",
    "hatch.linewidth": 0.6,
    "path.simplify": True,
    "svg.fonttype": "none",
    "svg.hashsalt": "darkfigure",
    "pdf.fonttype": 42,
}
P = ParamSpec("P")


def styled(draw: Callable[P, Figure]) -> Callable[P, Figure]:
    """A drawing made in this look, whatever the reader's own settings are, and leaving them as they were."""

    @wraps(draw)
    def drawing(*args: P.args, **settings: P.kwargs) -> Figure:
        with mpl.rc_context():
            mpl.rcdefaults()
            mpl.rcParams.update(STYLE)
            return draw(*args, **settings)

    return drawing


def page(height: float, width: float = PAGE) -> Figure:
    """A white page of so many inches that draws itself without a screen."""
    figure = Figure(figsize=(width, height), facecolor="white")
    FigureCanvasAgg(figure)
    return figure


def frame(figure: Figure, left: float, bottom: float, width: float, height: float) -> Axes:
    """Axes placed in inches from the page's lower left corner, with nothing around them but what is asked for."""
    across, up = figure.get_size_inches()
    axes = figure.add_axes((left / across, bottom / up, width / across, height / up))
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.yaxis.set_major_locator(NullLocator())
    return axes


def write(place: Axes | Figure, x: float, y: float, words: str, **look: Any) -> Text:
    """Words as they are: a dollar sign in a list's name begins no formula."""
    return place.text(x, y, words, parse_math=False, **look)


def note(figure: Figure, words: str, left: float, top: float, **look: Any) -> Text:
    """Words on the page, their upper left corner in inches."""
    across, up = figure.get_size_inches()
    return write(figure, left / across, top / up, words, ha="left", va="top", **look)


def head(figure: Figure, title: str, caption: list[str], below: float) -> None:
    """The title above a page's drawing and the caption, `below` inches high, beneath it."""
    note(figure, title, MARGIN, figure.get_size_inches()[1] - 0.14, fontsize=LARGE, weight="bold", color=INK)
    note(figure, "\n".join(caption), MARGIN, below, fontsize=SMALL, color=QUIET, linespacing=1.25)


def captioned(said: list[str], width: float = PAGE) -> tuple[list[str], float]:
    """Sentences as the lines of a caption, each list item a paragraph, and the inches that they take."""
    lines = [line for words in said if words for line in wrapped(words, width - 2 * MARGIN - 0.1, SMALL)]
    return lines, 0.12 + 0.165 * len(lines)


@lru_cache(maxsize=4096)
def width_of(words: str, size: float = SIZE, weight: str = "normal") -> float:
    """Inches that a line of words takes."""
    if not words.strip():
        return 0.0
    font = get_font(findfont(FontProperties(family="DejaVu Sans", weight=weight)))
    font.set_size(size, 72.0)
    font.set_text(words, 0.0, flags=LoadFlags.NO_HINTING)
    return font.get_width_height()[0] / 64.0 * 1.03 / 72.0


def wrapped(words: str, inches: float, size: float = SIZE) -> list[str]:
    """Lines no longer than that, broken between words, or within one that is too long for a line of its own."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= inches:
            lines[-1] = longer
            continue
        *whole, rest = _cut(word, inches, size)
        lines += [*whole, rest]
    return lines or [""]


def _cut(word: str, inches: float, size: float) -> list[str]:
    if width_of(word, size) <= inches:
        return [word]
    pieces = [""]
    for part in re.findall(r".[^:_/+-]*", word):
        for letters in (part,) if width_of(part, size) <= inches else part:
            if pieces[-1] and width_of(pieces[-1] + letters, size) > inches:
                pieces.append("")
            pieces[-1] += letters
    return pieces
