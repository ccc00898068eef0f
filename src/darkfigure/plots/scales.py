"""Axes of numbers of people, and intervals drawn on them."""

import math
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.ticker import FixedLocator, FuncFormatter, NullFormatter, NullLocator

from darkfigure.plots.look import INK, SMALL, width_of

LOG_FROM = 3.0
"""A log scale where the largest number is so many times the smallest."""
DIGITS = ((1, 1.5, 2, 3, 4, 5, 7), (1, 2, 3, 5), (1, 2, 5), (1, 3), (1,))
"""Of the numbers on a log axis; the first set whose numbers stand apart is taken."""


def wants_log(low: float, high: float) -> bool:
    """Does the range ask for a log scale?"""
    return low > 0 and high / low > LOG_FROM


def padded(values: list[float]) -> tuple[float, float]:
    """Ends of an axis that holds all these finite, positive numbers with a little room."""
    finite = [value for value in values if math.isfinite(value) and value > 0] or [1.0, 10.0]
    ratio = max(max(finite) / min(finite), 1.1) ** 0.06
    return min(finite) / ratio, max(finite) * ratio


def along(axes: Axes, low: float, high: float, words: str = "People in all", *, plain: bool = False) -> None:
    """An axis along the bottom, in round numbers with thousands separators, log if the range asks for it."""
    log = wants_log(low, high) and not plain
    if log:
        axes.set_xscale("log")
    axes.set_xlim(low, high)
    across, _ = _inches(axes)
    _mark(axes.xaxis, round_numbers(low, high, log=log, inches=across))
    axes.set_xlabel(words + (" (log scale)" if log else ""), fontsize=SMALL, labelpad=5)
    axes.tick_params(axis="x", labelsize=SMALL, length=3)


def upwards(axes: Axes, low: float, high: float) -> bool:
    """The same up the left side; whether it is log."""
    log = wants_log(low, high)
    if log:
        axes.set_yscale("log")
    axes.set_ylim(low, high)
    _, up = _inches(axes)
    _mark(axes.yaxis, round_numbers(low, high, log=log, inches=up, upright=True))
    axes.tick_params(axis="y", labelsize=SMALL, length=0)
    return log


def round_numbers(low: float, high: float, *, log: bool, inches: float = 5.0, upright: bool = False) -> list[float]:
    """Ticks: few digits times powers of ten on a log axis, even steps on another, as many as there is room to read.

    >>> round_numbers(90, 1200, log=True), round_numbers(90, 120, log=False, inches=2.0)
    ([100.0, 150.0, 200.0, 300.0, 400.0, 500.0, 700.0, 1000.0], [90.0, 100.0, 110.0, 120.0])
    """
    powers = [10.0**power for power in range(-3, 16)]
    if log:
        choices = [[digit * power for power in powers for digit in digits] for digits in DIGITS]
    else:
        steps = [
            digit * power for power in powers for digit in (1, 2, 5) if digit * power >= max(1.0, (high - low) / 50)
        ]
        choices = [
            [place * step for place in range(math.ceil(low / step), int(high / step) + 1)] for step in steps[:12]
        ]
    ticks: list[float] = []
    for choice in choices:
        ticks = [tick for tick in choice if low <= tick <= high]
        if _readable(ticks, (low, high), log, inches, upright):
            break
    return ticks


def _readable(ticks: list[float], ends: tuple[float, float], log: bool, inches: float, upright: bool) -> bool:
    """Do the numbers stand apart?"""
    places = [math.log(value) if log else value for value in (*ends, *ticks)]
    first, last, *rest = places
    gaps = [(right - left) / (last - first) * inches for left, right in pairwise(rest)]
    sizes = [0.22 if upright else width_of(f"{tick:,.0f}", SMALL) for tick in ticks]
    return all(gap >= (left + right) / 2 + 0.12 for gap, (left, right) in zip(gaps, pairwise(sizes), strict=True))


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


def _mark(axis: Axis, ticks: list[float]) -> None:
    axis.set_minor_locator(NullLocator())
    axis.set_minor_formatter(NullFormatter())
    axis.set_major_locator(FixedLocator(ticks))
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))


def _inches(axes: Axes) -> tuple[float, float]:
    box = axes.get_window_extent()
    return box.width / axes.figure.dpi, box.height / axes.figure.dpi
