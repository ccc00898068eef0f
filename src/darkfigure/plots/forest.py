"""Rows of totals with their limits on one axis: what panels and sensitivity runs are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from darkfigure.estimate import Estimate, whole
from darkfigure.plots import look, scales

NAMES, PLOT, LINE, GAP = 2.0, 3.0, 0.16, 0.14
FARTHEST = 100.0
"""Limits beyond so many times the median total are arrows, lest one row flatten all others."""
MARKS: dict[str, dict[str, Any]] = {
    "answer": {"marker": "o", "ms": 7.0, "mfc": look.INK, "mec": look.INK},
    "doubted": {"marker": "o", "ms": 7.0, "mfc": "white", "mec": look.AMBER, "mew": 1.6},
    "bound": {"marker": ">", "ms": 7.5, "mfc": "white", "mec": look.INK, "mew": 1.4},
    "baseline": {"marker": "D", "ms": 5.5, "mfc": "white", "mec": look.QUIET, "mew": 1.4},
}
"""Shape and filling tell them apart without colour."""


@dataclass(frozen=True)
class Line:
    """A row: its `name`, its `total` with limits (or the sentence in which it is `refused`), and what it counts as."""

    name: str
    total: float = float("nan")
    low: float | None = None
    high: float | None = None
    refused: str = ""
    mark: str = "answer"
    heading: bool = False

    @classmethod
    def of(cls, name: str, estimate: Estimate | None, refused: str = "", mark: str = "answer") -> "Line":
        """From an estimate, or from its refusal."""
        if estimate is None:
            return cls(name, refused=refused or "Refused.", mark=mark)
        interval = estimate.interval
        low, high = (interval.low, interval.high) if interval else (None, None)
        return cls(name, estimate.total, low, high, mark=mark)

    @property
    def words(self) -> tuple[str, str]:
        """Total and limits as text."""
        if self.heading or self.refused:
            return "", ""
        between = "" if self.low is None or self.high is None else f"{whole(self.low)} to {whole(self.high)}"
        return whole(self.total), between


@dataclass(frozen=True)
class Around:
    """What stands about the rows: the title, the caption's paragraphs, people `observed`, a `band` of totals."""

    title: str
    caption: Sequence[str]
    observed: int
    band: tuple[float, float] | None = None
    reference: float | None = None


@dataclass(frozen=True)
class Grid:
    """Where things stand, in inches from the rows' lower left corner: names to the left, words to the right."""

    names: float
    plot: float
    totals: float
    limits: float
    heights: NDArray[np.float64]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Grid":
        """Room for everything that has to be said."""
        names = max(look.width_of(part) for line in lines for part in _name(line) if not line.heading)
        totals = max([look.width_of("people", look.SMALL), *(look.width_of(line.words[0]) for line in lines)])
        between = max(look.width_of(line.words[1]) for line in lines)
        plot = max(PLOT, look.PAGE - 2 * look.MARGIN - names - totals - between - 4 * GAP)
        room = plot + totals + between + GAP
        heights = [0.12 + LINE * max(len(_name(line)), len(_said(line, room))) for line in lines]
        return cls(names, plot, totals, between, np.array(heights))

    @property
    def width(self) -> float:
        """Of the whole page."""
        return 2 * look.MARGIN + self.names + self.plot + self.totals + self.limits + (4 if self.limits else 3) * GAP

    @property
    def words(self) -> float:
        """From the axis to the page's right margin."""
        return self.plot + self.totals + self.limits + GAP

    @property
    def middles(self) -> NDArray[np.float64]:
        """Heights of the rows, the first on top."""
        return np.asarray(self.heights.sum() - np.cumsum(self.heights) + self.heights / 2)


def forest(lines: Sequence[Line], around: Around) -> Figure:
    """The page."""
    grid = Grid.of(lines)
    caption, below = look.captioned(list(around.caption), grid.width)
    height = float(grid.heights.sum())
    figure = look.page(below + 0.5 + height + 0.8, grid.width)
    axes = look.frame(figure, look.MARGIN + grid.names + GAP, below + 0.5, grid.plot, height)
    axes.set_ylim(0, height)
    scales.along(axes, *_span(lines, around))
    _background(axes, around)
    for line, middle in zip(lines, grid.middles, strict=True):
        _row(axes, line, middle, grid)
    _column_heads(axes, grid, height)
    look.head(figure, around.title, caption, below)
    return figure


def _name(line: Line) -> list[str]:
    return [line.name] if line.heading else look.wrapped(line.name, NAMES)


def _said(line: Line, room: float) -> list[str]:
    return look.wrapped(line.refused, room, look.SMALL) if line.refused else [""]


def _span(lines: Sequence[Line], around: Around) -> tuple[float, float]:
    totals = [line.total for line in lines if np.isfinite(line.total)]
    farthest = FARTHEST * float(np.median(totals)) if totals else np.inf
    ends = [end for line in lines for end in (line.total, line.low, line.high) if end is not None]
    ends += [float(around.observed), *(around.band or ())]
    return scales.padded([end for end in ends if end <= farthest] + ([] if totals else [2.0 * around.observed]))


def _background(axes: Axes, around: Around) -> None:
    top = axes.get_ylim()[1]
    if around.band is not None:
        axes.axvspan(*around.band, color=look.PALE, lw=0, zorder=0)
    if around.reference is not None:
        axes.axvline(around.reference, color=look.TEAL, lw=1.2, ls=(0, (5, 2)), zorder=1)
    axes.axvline(around.observed, color=look.QUIET, lw=1.2, ls=(0, (1, 1.5)), zorder=1)
    style = {"fontsize": look.SMALL, "color": look.QUIET, "va": "bottom"}
    look.write(axes, around.observed, top + 0.05, f"{around.observed:,} seen", ha="left", **style)


def _row(axes: Axes, line: Line, middle: float, grid: Grid) -> None:
    across = {"transform": axes.get_yaxis_transform(), "va": "center_baseline", "linespacing": 1.1}
    left, right = -GAP / grid.plot, 1.0 + GAP / grid.plot
    if line.heading:
        start = -(grid.names + GAP) / grid.plot
        style = {"weight": "bold", "color": look.INK, "bbox": {"facecolor": "white", "edgecolor": "none", "pad": 1.5}}
        look.write(axes, start, middle - 0.03, line.name, ha="left", **style, **across)
        return
    look.write(axes, left, middle, "\n".join(_name(line)), ha="right", **across)
    if line.refused:
        words = "\n".join(_said(line, grid.words))
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.0}
        look.write(axes, 0.0, middle, words, fontsize=look.SMALL, color=look.AMBER, ha="left", bbox=box, **across)
        return
    if line.low is not None and line.high is not None:
        scales.bar(axes, line.low, line.high, middle)
    axes.plot([min(line.total, axes.get_xlim()[1])], [middle], ls="", zorder=4, clip_on=False, **MARKS[line.mark])
    total, between = line.words
    look.write(axes, right + grid.totals / grid.plot, middle, total, ha="right", weight="bold", **across)
    look.write(axes, right + (grid.totals + GAP) / grid.plot, middle, between, ha="left", **across)


def _column_heads(axes: Axes, grid: Grid, height: float) -> None:
    style: dict[str, Any] = {"fontsize": look.SMALL, "color": look.QUIET, "va": "bottom"}
    style["transform"] = axes.get_yaxis_transform()
    right = 1.0 + GAP / grid.plot
    look.write(axes, right + grid.totals / grid.plot, height + 0.05, "people", ha="right", **style)
    if grid.limits:
        look.write(axes, right + (grid.totals + GAP) / grid.plot, height + 0.05, "interval", ha="left", **style)
