"""Who was seen by whom: an UpSet plot of the capture histories (Lex et al. 2014, IEEE TVCG 20, 1983).

A column is one exact history: the dots say which lists, the bar how many people were on those lists and on no other.
"""

from itertools import combinations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator
from numpy.typing import NDArray

from darkfigure.histories import CaptureHistories
from darkfigure.plots import look

MOST = 36
"""Histories drawn; the rarest beyond them are named as a sum."""
WIDE = 20.0
"""Times the median that the largest count must be for a log scale."""
NAMES, BARS, ROW, NARROWEST = 2.2, 1.25, 0.3, 5.5
SHOWN_PAIRS = 6


@look.styled
def overlap(histories: CaptureHistories) -> Figure:
    """Bars of people by exact history above a matrix of dots, with each list's size at the left.

    >>> from darkfigure import CaptureHistories
    >>> from darkfigure.plots import overlap
    >>> table = CaptureHistories.from_mapping({("A",): 40, ("B",): 30, ("A", "B"): 6})
    >>> len(overlap(table).axes)  # bars, dots, margins
    3
    """
    rows = np.argsort(histories.margins, kind="stable")[::-1]
    columns = np.lexsort((histories.codes, histories.patterns.sum(axis=1), -histories.counts))[:MOST]
    lists = [look.wrapped(histories.lists[row], NAMES) for row in rows]
    heights = np.array([ROW + 0.17 * (len(lines) - 1) for lines in lists])
    names = max(look.width_of(line) for lines in lists for line in lines)
    left = 0.15 + BARS + 0.12 + names + 0.15
    wide = max(min(look.PAGE, left + 0.62 * len(columns) + 0.2), NARROWEST, left + 0.24 * len(columns) + 0.2)
    caption, below = look.captioned([_caption(histories, len(columns))], wide)
    figure = look.page(below + 0.45 + heights.sum() + 2.75, wide)
    bottom, room = below + 0.4, min(wide - left - 0.2, 0.62 * len(columns))
    top = bottom + heights.sum() + 0.12
    _bars(look.frame(figure, left, top, room, 1.85), histories.counts[columns], room / len(columns))
    middles = heights.sum() - np.cumsum(heights) + heights / 2
    dots = look.frame(figure, left, bottom, room, heights.sum())
    _dots(dots, histories.patterns[columns][:, rows], middles, heights)
    margins = look.frame(figure, 0.15, bottom, BARS, heights.sum())
    _margins(margins, histories.margins[rows], middles)
    for lines, middle in zip(lists, middles, strict=True):
        spot = ((left - 0.15) / wide, (bottom + middle) / figure.get_size_inches()[1])
        look.write(figure, *spot, "\n".join(lines), ha="right", va="center_baseline", linespacing=1.05)
    look.note(figure, "People on each list", look.MARGIN, bottom - 0.08, fontsize=look.SMALL)
    look.head(figure, f"{histories.n:,} people on {len(histories.lists)} lists", caption, below)
    return figure


def _bars(axes: Axes, counts: NDArray[np.int64], column: float) -> None:
    log = counts.max() > WIDE * np.median(counts)
    base = 0.6 if log else 0.0
    places = np.arange(len(counts))
    axes.bar(places, counts - base, bottom=base, width=0.62, color=look.INK)
    if log:
        axes.set_yscale("log")
    upright = max(look.width_of(f"{count:,}", look.SMALL) for count in counts) > column - 0.05
    room = 1.3 if upright else 1.12
    axes.set_ylim(base, base * (counts.max() / base) ** room if log else counts.max() * room)
    for locate in (axes.yaxis.set_major_locator, axes.yaxis.set_minor_locator, axes.xaxis.set_major_locator):
        locate(NullLocator())
    axes.set_xlim(-0.6, len(counts) - 0.4)
    axes.spines["bottom"].set_visible(not log)
    for place, count in zip(places, counts, strict=True):
        axes.annotate(
            f"{count:,}",
            (place, count),
            (0, 3),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=look.SMALL,
            rotation=90 if upright else 0,
        )
    axes.set_title(
        "People with exactly this history" + (" (log scale)" if log else ""), loc="left", fontsize=look.SMALL, pad=18
    )


def _dots(
    axes: Axes,
    patterns: NDArray[np.bool_],
    middles: NDArray[np.float64],
    heights: NDArray[np.float64],
) -> None:
    axes.axis("off")
    axes.set_xlim(-0.6, len(patterns) - 0.4)
    axes.set_ylim(0, heights.sum())
    for row in range(0, len(middles), 2):
        axes.axhspan(middles[row] - heights[row] / 2, middles[row] + heights[row] / 2, color="#f4f6f9", lw=0)
    for place, pattern in enumerate(patterns):
        on = middles[pattern]
        axes.plot([place] * (~pattern).sum(), middles[~pattern], "o", ms=3.2, color="#c3cad5", mew=0)
        axes.plot([place] * len(on), on, "o-", ms=7.5, color=look.INK, lw=1.8, mew=0)


def _margins(
    axes: Axes,
    margins: NDArray[np.int64],
    middles: NDArray[np.float64],
) -> None:
    axes.axis("off")
    axes.barh(middles, margins, height=0.17, color=look.MIDDLE, edgecolor=look.INK, linewidth=0.5)
    longest = max(look.width_of(f"{margin:,}", look.SMALL) for margin in margins)
    axes.set_xlim(margins.max() * BARS / (BARS - longest - 0.08), 0)
    axes.set_ylim(0, middles[0] + middles[-1])
    for margin, middle in zip(margins, middles, strict=True):
        axes.annotate(
            f"{margin:,}",
            (margin, middle),
            (-3, 0),
            textcoords="offset points",
            ha="right",
            va="center_baseline",
            fontsize=look.SMALL,
        )


def _caption(histories: CaptureHistories, drawn: int) -> str:
    lists, overlaps = histories.lists, histories.overlaps
    pairs = list(combinations(range(len(lists)), 2))
    empty = [f"{lists[i]} and {lists[j]}" for i, j in pairs if not overlaps[i, j]]
    rest = np.sort(histories.counts)[::-1][drawn:]
    said = [f"{len(rest)} rarer histories with {rest.sum():,} people are not drawn."] if rest.size else []
    if not empty:
        return " ".join([*said, "Every pair of lists shares somebody."])
    named = "; ".join(empty[:SHOWN_PAIRS]) + ("; and others" if len(empty) > SHOWN_PAIRS else "")
    return " ".join([*said, f"{len(empty)} of {len(pairs)} pairs of lists share nobody: {named}."])
