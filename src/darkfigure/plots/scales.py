"""Axes of numbers of people, and intervals drawn on them."""

import math

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.ticker import FixedLocator, FuncFormatter, NullFormatter, NullLocator

from darkfigure.plots.look import INK, SMALL

LOG_FROM = 3.0
"""A log scale where the largest number is so many times the smallest."""
MOST = 7
"""Numbers along an axis."""


def wants_log(low: float, high: float) -> bool:
    """Does the range ask for a log scale?"""
    return low > 0 and high / low > LOG_FROM


def padded(values: list[float]) -> tuple[float, float]:
    """Ends of an axis that holds all these finite, positive numbers with a little room."""
    finite = [value for value in values if math.isfinite(value) and value > 0] or [1.0, 10.0]
    ratio = max(max(finite) / min(finite), 1.1) ** 0.06
    return min(finite) / ratio, max(finite) * ratio


def along(axes: Axes, low: float, high: float, words: str = "People in all") -> None:
    """An axis along the bottom, in round numbers with thousands separators, log if the range asks for it."""
    log = wants_log(low, high)
    if log:
        axes.set_xscale("log")
    axes.set_xlim(low, high)
    _mark(axes.xaxis, low, high, log)
    axes.set_xlabel(words + (" (log scale)" if log else ""), fontsize=SMALL, labelpad=5)
    axes.tick_params(axis="x", labelsize=SMALL, length=3)


def upwards(axes: Axes, low: float, high: float) -> bool:
    """The same up the left side; whether it is log."""
    log = wants_log(low, high)
    if log:
        axes.set_yscale("log")
    axes.set_ylim(low, high)
    _mark(axes.yaxis, low, high, log)
    axes.tick_params(axis="y", labelsize=SMALL, length=0)
    return log


def round_numbers(low: float, high: float, *, log: bool) -> list[float]:
    """Ticks: 1, 2, 5 times powers of ten on a log axis, even steps of those on another.

    >>> round_numbers(90, 1200, log=True), round_numbers(90, 120, log=False)
    ([100.0, 200.0, 500.0, 1000.0], [90.0, 95.0, 100.0, 105.0, 110.0, 115.0, 120.0])
    """
    steps = [digit * 10.0**power for power in range(-2, 16) for digit in (1, 2, 5)]
    if not log:
        step = next(step for step in steps if (high - low) / step < MOST)
        first = math.ceil(low / step)
        return [place * step for place in range(first, first + MOST + 1) if place * step <= high]
    within = [step for step in steps if low <= step <= high]
    if len(within) > MOST:
        return [10.0**power for power in range(-2, 16) if low <= 10.0**power <= high]
    finer = [digit * 10.0**power for power in range(-2, 16) for digit in (1, 1.5, 2, 3, 4, 5, 7)]
    return within if len(within) > 3 else [step for step in finer if low <= step <= high]


def bar(axes: Axes, low: float, high: float, height: float, *, color: str = INK) -> None:
    """An interval as a line with two ends; a limit beyond the axis, or none at all, is an arrow instead."""
    first, last = axes.get_xlim()
    low = max(low, first) if math.isfinite(low) else first
    beyond = not high <= last
    place = last if beyond else high
    axes.plot([low, place], [height, height], color=color, lw=1.8, solid_capstyle="butt", zorder=3)
    axes.plot([low], [height], "|", ms=8, mew=1.8, color=color, zorder=3)
    if beyond:
        axes.plot([place], [height], ">", ms=8, mew=0.0, color=color, zorder=3, clip_on=False)
    else:
        axes.plot([place], [height], "|", ms=8, mew=1.8, color=color, zorder=3)


def _mark(axis: Axis, low: float, high: float, log: bool) -> None:
    axis.set_minor_locator(NullLocator())
    axis.set_minor_formatter(NullFormatter())
    axis.set_major_locator(FixedLocator(round_numbers(low, high, log=log)))
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
