"""The interval of a sum of independent estimates, one a stratum.

Where the estimates have draws, of the bootstrap or of a posterior, a draw of the sum is the sum of a draw of each, and
the limits are its quantiles: the exact convolution but for what the stored quantiles leave out. A bootstrap replicate
without a finite estimate counts as unlimited. Percentiles of sums lean less than BCa limits of the parts.

Where they have limits only, the dark figures' variances are added: a limit high = n + m0 C gives log C, so that
var m0 = m0^2 (exp((log C / z)^2) - 1), and the sum has the log-normal interval of Chao (1987) with the summed variance.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from darkfigure.estimate import Estimate, Interval
from darkfigure.intervals import lognormal
from darkfigure.intervals.bootstrap import quantile
from darkfigure.intervals.ranged import normal_quantile

DRAWS = 20_000
Part = tuple[int, Estimate | None]
"""People observed in a stratum, and its estimate, or None if it was refused."""


def interval(parts: Sequence[Part], level: float, seed: int) -> Interval | None:
    """Of the sum over strata; unlimited above if one was refused, None if there are no limits to add."""
    found = [estimate for _, estimate in parts if estimate is not None]
    refused = sum(observed for observed, estimate in parts if estimate is None)
    if not found or any(estimate.interval is None for estimate in found):
        return None
    summed = _drawn(found, level, seed) if all(_quantiles(one) is not None for one in found) else _added(found, level)
    high = math.inf if refused else summed.high
    return Interval(summed.kind, level, summed.low + refused, high)


def _drawn(found: Sequence[Estimate], level: float, seed: int) -> Interval:
    sums = np.zeros(DRAWS)
    for estimate, rng in zip(found, np.random.default_rng(seed).spawn(len(found)), strict=True):
        sums += _draws(estimate, rng.random(DRAWS))
    tails = (0.5 - level / 2.0, 0.5 + level / 2.0)
    return Interval("sums of draws", level, quantile(sums, tails[0]), quantile(sums, tails[1]))


def _draws(estimate: Estimate, uniform: NDArray[np.float64]) -> NDArray[np.float64]:
    """Draws by inverting the stored quantiles; the share of replicates without an estimate is unlimited."""
    stored = _quantiles(estimate)
    if stored is None:
        raise ValueError("The estimate keeps no draws.")
    probabilities, values, finite = stored
    inner = np.interp(uniform / finite, probabilities, values)
    return np.where(uniform < finite, inner, np.inf)


def _quantiles(estimate: Estimate) -> tuple[list[float], list[float], float] | None:
    """Probabilities, quantiles, and the share of draws that are finite."""
    figures = estimate.diagnostics
    if "bootstrap" in figures and figures["bootstrap"]["quantiles"]:
        values, statuses = figures["bootstrap"]["quantiles"], figures["bootstrap"]["statuses"]
        return list(np.linspace(0.0, 1.0, len(values))), values, statuses["finite"] / sum(statuses.values())
    if "posterior_quantiles" in figures:
        return figures["posterior_probabilities"], figures["posterior_quantiles"], 1.0
    return None


def _added(found: Sequence[Estimate], level: float) -> Interval:
    seen, unseen = sum(one.observed for one in found), sum(one.dark_figure for one in found)
    variance = sum(_variance(one) for one in found)
    if not math.isfinite(variance):
        return Interval("lognormal sum", level, seen, math.inf)
    limits = lognormal(seen, unseen, variance, level).interval
    return Interval("lognormal sum", level, limits.low, limits.high) if limits else Interval("none", level, seen, seen)


def _variance(estimate: Estimate) -> float:
    """Of a dark figure, from its upper limit, which is the one that a log-normal fits."""
    limits, unseen = estimate.interval, estimate.dark_figure
    if limits is None or unseen <= 0 or limits.high - estimate.observed <= unseen:
        return 0.0
    spread = math.log((limits.high - estimate.observed) / unseen) / normal_quantile(limits.level)
    return unseen**2 * math.expm1(spread**2) if math.isfinite(spread) else math.inf
