"""What the bootstrap (or the posterior) says of the total: one hill, or several stories at once."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate, whole
from darkfigure.plots import look, scales
from darkfigure.plots.wording import spoken

POINTS, GRID = 1000, 500
HEIGHT = 2.5
SHOWN = (0.005, 0.995)
"""Quantiles between which the axis runs, unless the estimate or a limit lies beyond."""


@dataclass(frozen=True)
class Distribution:
    """Totals at even probabilities between `first` and 1 - `first`, where they peak, and how many are not finite."""

    quantiles: NDArray[np.float64]
    first: float
    modes: tuple[float, ...]
    kind: str
    lost: int = 0
    replicates: int = 0

    def at(self, probability: float) -> float:
        """A quantile of the finite totals."""
        places = np.linspace(self.first, 1.0 - self.first, len(self.quantiles))
        return float(np.interp(probability, places, self.quantiles))

    def density(self, grid: NDArray[np.float64]) -> NDArray[np.float64]:
        """A Gaussian kernel density of the log totals, its highest point 1; bandwidth by Silverman's rule."""
        even = np.linspace(self.first, 1.0 - self.first, len(self.quantiles))
        logs = np.log(np.interp(np.linspace(self.first, 1.0 - self.first, POINTS), even, self.quantiles))
        size = self.replicates - self.lost if self.replicates else POINTS
        width = max(0.9 * min(logs.std(), np.subtract(*np.quantile(logs, [0.75, 0.25])) / 1.34 or np.inf), 1e-3)
        heights = np.exp(-0.5 * ((np.log(grid)[:, None] - logs) / (width * size**-0.2)) ** 2).sum(axis=1)
        return np.asarray(heights / heights.max())


@look.styled
def bootstrap_distribution(estimate: Estimate) -> Figure:
    """The density of the total over bootstrap replicates (or the posterior), with estimate, interval and every peak.

    >>> from darkfigure import CaptureHistories, methods
    >>> from darkfigure.plots import bootstrap_distribution
    >>> women = {("b",): 5, ("c",): 5, ("d",): 41, ("b", "c"): 54, ("b", "d"): 6, ("b", "c", "d"): 12}
    >>> found = methods.estimate(CaptureHistories.from_mapping(women), "stepwise", replicates=200)
    >>> bootstrap_distribution(found).axes[0].get_xlabel()
    'People in all (log scale)'
    """
    drawn = _distribution(estimate)
    caption, below = look.captioned([_caption(estimate, drawn)])
    figure = look.page(below + 0.5 + HEIGHT + 0.75)
    axes = look.frame(figure, 0.3, below + 0.5, look.PAGE - 0.6, HEIGHT)
    scales.along(axes, *_span(estimate, drawn))
    axes.set_ylim(-0.16, 1.0)
    _hill(axes, estimate.total, drawn)
    _answer(axes, estimate)
    look.head(figure, f"{spoken(estimate.method, first=True)}: the {drawn.kind} of the total", caption, below)
    return figure


def _distribution(estimate: Estimate) -> Distribution:
    found = estimate.diagnostics
    if found.get("bootstrap", {}).get("quantiles"):
        drawn = found["bootstrap"]
        lost = drawn["replicates"] - drawn["statuses"]["finite"]
        return Distribution(
            np.array(drawn["quantiles"]),
            0.0,
            tuple(drawn["modes"]),
            "bootstrap distribution",
            lost,
            drawn["replicates"],
        )
    if found.get("posterior_quantiles"):
        first = float(found.get("posterior_probabilities", [0.005])[0])
        return Distribution(np.array(found["posterior_quantiles"]), first, tuple(found.get("peaks", ())), "posterior")
    raise BadInput(
        f"This {estimate.method} estimate has neither replicates nor a posterior: ask for interval bca or percentile."
    )


def _span(estimate: Estimate, drawn: Distribution) -> tuple[float, float]:
    ends = [drawn.at(SHOWN[0]), drawn.at(SHOWN[1]), estimate.total]
    return scales.padded(ends + ([estimate.interval.low, estimate.interval.high] if estimate.interval else []))


def _hill(axes: Axes, total: float, drawn: Distribution) -> None:
    grid = np.geomspace(*axes.get_xlim(), GRID)
    density = 0.84 * drawn.density(grid)
    axes.fill_between(grid, density, color=look.PALE, lw=0)
    axes.plot(grid, density, color=look.INK, lw=1.4)
    axes.axhline(0, color=look.QUIET, lw=0.8)
    for mode in drawn.modes:
        height = float(np.interp(np.log(mode), np.log(grid), density))
        axes.plot([mode], [height + 0.03], "v", ms=7, color=look.AMBER, mew=0, zorder=4)
        left = mode < total
        axes.annotate(
            f"peak near {whole(mode)}",
            (mode, height + 0.03),
            (-3 if left else 3, 7),
            textcoords="offset points",
            ha="right" if left else "left",
            fontsize=look.SMALL,
        )


def _answer(axes: Axes, estimate: Estimate) -> None:
    axes.plot([estimate.total] * 2, [-0.08, 0.98], color=look.TEAL, lw=1.6, ls=(0, (5, 2)), zorder=3)
    axes.plot([estimate.total], [-0.08], "o", ms=7, color=look.TEAL, zorder=4)
    axes.annotate(
        f"estimate {whole(estimate.total)}",
        (estimate.total, 1.0),
        (0, 4),
        textcoords="offset points",
        ha="center",
        weight="bold",
        color=look.TEAL,
    )
    if estimate.interval is not None:
        scales.bar(axes, estimate.interval.low, estimate.interval.high, -0.08, color=look.TEAL)


def _caption(estimate: Estimate, drawn: Distribution) -> str:
    said = []
    interval = estimate.interval
    if interval is not None:
        limits = f"{whole(interval.low)} to {whole(interval.high)}"
        said.append(f"Bar: {interval.level:.0%} interval ({interval.kind}), {limits}.")
    if drawn.replicates:
        said.append(f"{drawn.replicates:,} replicates.")
    if drawn.lost:
        said.append(f"{drawn.lost:,} of them have no finite estimate and lie in no hill.")
    if len(drawn.modes) > 1:
        said.append("More than one peak: the answer depends on which model is chosen, and limits may jump.")
    if drawn.at(1.0 - drawn.first) > _span(estimate, drawn)[1]:
        said.append(f"Some lie beyond the axis, up to {whole(drawn.at(1.0 - drawn.first))}.")
    return " ".join(said)
