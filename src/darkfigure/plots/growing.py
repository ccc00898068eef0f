"""The estimate as people are added: a path that has not levelled off says that the answer is not there yet."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from darkfigure.plots import look, scales
from darkfigure.plots.wording import spoken
from darkfigure.trajectory import Trajectory

HEIGHT, LEFT = 3.0, 1.05
FARTHEST = 30.0
"""Quantiles beyond so many times the last median leave the drawing by its upper edge."""


@look.styled
def trajectory(trajectory: Trajectory) -> Figure:
    """Median, middle half and 95% of the estimates over subsamples of growing size, and the verdict."""
    endless = "Where a band leaves at the top, some subsamples had no finite estimate."
    lost = [endless] if min(trajectory.finite) < 1 else []
    caption, below = look.captioned([trajectory.verdict, _words(trajectory), *lost])
    figure = look.page(below + 0.5 + HEIGHT + 0.75)
    room = look.PAGE - LEFT - 0.3 - look.width_of(f"{trajectory.people[-1]:,} seen", look.SMALL)
    axes = look.frame(figure, LEFT, below + 0.5, room, HEIGHT)
    people, values = np.array(trajectory.people, dtype=float), np.array(trajectory.quantiles, dtype=float)
    high = FARTHEST * float(np.nan_to_num(values[-1, 2], nan=people[-1], posinf=people[-1]))
    shown = np.where(np.isfinite(values), values, np.inf)
    known = shown[shown < high].tolist() or [10.0 * people[-1]]
    log = scales.upwards(axes, *scales.padded([*known, float(people[-1])]))
    _bands(axes, people, np.minimum(shown, 10 * high))
    margin = 0.02 * float(people[-1] - people[0])
    first, last = float(people[0]) - margin, float(people[-1]) + margin
    scales.along(axes, first, last, "People drawn from those seen", plain=True)
    words = "People in all" + (" (log scale)" if log else "")
    quiet = {"fontsize": look.SMALL, "color": look.QUIET}
    look.write(axes, (look.MARGIN - LEFT) / room, 1.03, words, transform=axes.transAxes, **quiet)
    look.head(figure, f"{spoken(trajectory.method, first=True)}: the estimate as people are added", caption, below)
    return figure


def _bands(axes: Axes, people: NDArray[np.float64], values: NDArray[np.float64]) -> None:
    axes.grid(axis="y", color=look.LINE, lw=0.6, zorder=0)
    axes.fill_between(people, values[:, 0], values[:, 4], color=look.PALE, lw=0, zorder=1)
    axes.fill_between(people, values[:, 1], values[:, 3], color=look.MIDDLE, lw=0, zorder=2)
    axes.plot(people, values[:, 2], "o-", color=look.INK, lw=1.8, ms=5, zorder=3)
    axes.axhline(people[-1], color=look.QUIET, lw=1.2, ls=(0, (1, 1.5)), zorder=1)
    _labels(axes, float(values[-1, 2]), float(people[-1]))


def _labels(axes: Axes, median: float, seen: float) -> None:
    """What the lines are, at their right ends."""
    known = [("estimate", median, "bold")] if np.isfinite(median) else []
    for words, value, weight in (*known, (f"{seen:,.0f} seen", seen, "normal")):
        look.write(
            axes,
            1.02,
            value,
            words,
            transform=axes.get_yaxis_transform(),
            va="center_baseline",
            fontsize=look.SMALL,
            weight=weight,
        )


def _words(run: Trajectory) -> str:
    line = f"Line: median of {run.repeats:,} subsamples of each size, scaled to all who were seen"
    return f"{line}; dark band: the middle half of them; light band: 95%; dotted: all who were seen."
