"""Intervals that take the model as given: Wald on the log dark figure, log-normal, profile likelihood."""

import math
from collections.abc import Callable

from scipy.optimize import brentq, minimize_scalar
from scipy.special import ndtri

from darkfigure.estimate import Interval
from darkfigure.intervals.ranged import Ranged, normal_quantile
from darkfigure.regression import Fitted, Regression

WALD = (
    "Wald limits leave out the dark figure's own Poisson variation, and may be a little too narrow. "
    "Profile limits do not leave it out."
)
FARTHEST = 1e4
"""The search for an upper limit ends at this many times the estimated dark figure."""


def wald(fitted: Fitted, level: float) -> Ranged:
    """n + exp(a_0 +- z se(a_0)), with the standard error of the log dark figure (Chan, Silverman and Vincent 2021).

    These are limits for the expected dark figure mu_0 = exp(a_0), as the R packages give them; the dark figure itself
    varies about mu_0 as a Poisson number, which they leave out. How much that costs depends on the lists: where four
    see a fifth of 5,000 people each, limits of 95% hold the truth in 92.9 of 100 tables; where they see 5 to 25%, in
    95.1 (darkfigure simulate independence --population 5000 --lists 4 --rates 0.2 --methods loglinear --repeats 1000
    --seed 1, and the same without --rates).
    """
    error = fitted.standard_error
    spread = math.exp(normal_quantile(level) * error)
    seen, unseen = fitted.regression.counts[1:].sum(), fitted.dark_figure
    return Ranged(
        Interval("wald", level, seen + unseen / spread, seen + unseen * spread),
        {"standard_error_log": error},
        (WALD,),
    )


def lognormal(seen: float, unseen: float, variance: float, level: float) -> Ranged:
    """n + m0 / C to n + m0 C, C = exp(z sqrt(log(1 + var / m0^2))) (Chao 1987), with the variance of the total."""
    if unseen <= 0:
        return Ranged(Interval("lognormal", level, seen, seen), {"standard_error": math.sqrt(variance)})
    spread = math.exp(normal_quantile(level) * math.sqrt(math.log1p(variance / unseen**2)))
    limits = Interval("lognormal", level, seen + unseen / spread, seen + unseen * spread)
    return Ranged(limits, {"standard_error": math.sqrt(variance)})


def profile(regression: Regression, unseen: float, level: float) -> Ranged:
    """Where the multinomial profile likelihood has dropped by half the chi-squared quantile (Cormack 1992).

    `unseen` is the estimated dark figure, where the search begins.
    """
    seen = float(regression.counts[1:].sum())
    scale = max(unseen, 1e-3)
    best = minimize_scalar(
        lambda log: -regression.profile(math.exp(log)),
        bounds=(math.log(scale) - 3.0, math.log(scale) + 3.0),
        method="bounded",
        options={"xatol": 1e-9},
    )
    peak, height = math.exp(float(best.x)), -float(best.fun)
    floor = height - float(ndtri(0.5 + level / 2.0)) ** 2 / 2.0

    def above(unseen: float) -> float:
        return regression.profile(unseen) - floor

    low, high = _lower(above, peak), _upper(above, peak)
    endless = f"The profile likelihood has no upper limit below {FARTHEST:,.0f} times the estimate."
    warnings = () if math.isfinite(high) else (endless,)
    return Ranged(Interval("profile", level, seen + low, seen + high), {"profile_maximum": seen + peak}, warnings)


def _lower(above: Callable[[float], float], peak: float) -> float:
    lowest = min(1e-9, peak / 2.0)
    return 0.0 if above(lowest) >= 0 else float(brentq(above, lowest, peak, xtol=1e-7, rtol=1e-10))


def _upper(above: Callable[[float], float], peak: float) -> float:
    inside, outside = peak, 2.0 * peak
    while above(outside) >= 0:
        inside, outside = outside, 2.0 * outside
        if outside > FARTHEST * peak:
            return math.inf
    return float(brentq(above, inside, outside, xtol=1e-7, rtol=1e-10))
