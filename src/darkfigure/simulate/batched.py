"""Methods with a closed interval, on many tables at once: what the harness does instead of asking one by one.

Log-linear models have Wald limits on the log dark figure, formulas log-normal ones. A table that has no finite answer,
or for which Newton's method gives no certificate, is left open (NaN): it is asked on its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from darkfigure import closed, loglinear, stepwise
from darkfigure.fits import Fits, fit
from darkfigure.identify import FINITE
from darkfigure.intervals.ranged import normal_quantile
from darkfigure.lattice import Floats
from darkfigure.models import terms_of
from darkfigure.outcomes import Outcomes, Procedure


@dataclass(frozen=True)
class Limits:
    """`totals`, `low` and `high`, (B,) each; NaN where the table must be asked on its own."""

    totals: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


Batch = Callable[[Floats], Limits]


def batch(method: str, settings: Mapping[str, Any], lists: tuple[str, ...], level: float) -> Batch | None:
    """How to run the method with these settings on tables (2**k, B) of these lists; None if only one by one."""
    wald, formula = settings.get("interval") == "wald", settings.get("interval", "lognormal") == "lognormal"
    if method == "stepwise" and wald and settings.keys() <= {"interval", "threshold"}:
        return lambda tables: log_linear(tables, _stepwise(settings), level)
    if method == "loglinear" and wald and settings.keys() <= {"interval", "model"}:
        terms = terms_of(settings.get("model"), lists)
        return lambda tables: log_linear(tables, lambda some: loglinear.fixed(some, terms), level)
    if method == "chapman" and formula and settings.keys() <= {"interval"}:
        return lambda tables: chapman(tables, level)
    return None


def log_linear(tables: Floats, procedure: Procedure, level: float) -> Limits:
    """Wald limits n + exp(a_0 +- z se(a_0)) for the models that the procedure chooses."""
    chosen = procedure(tables)
    if chosen.terms is None:
        raise TypeError("The procedure names no model.")
    fits = fit(np.asarray(chosen.terms), tables)
    spread = np.exp(normal_quantile(level) * standard_errors(fits, np.asarray(chosen.terms)))
    sure = (chosen.status == FINITE) & fits.converged
    return _limits(chosen, sure, chosen.dark_figure / spread, chosen.dark_figure * spread)


def standard_errors(fits: Fits, terms: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Of the log dark figure, (B,): the corner of (X' diag(mu) X)^-1 over cells kept and parameters alive."""
    alive = terms & ~fits.dead
    used = np.flatnonzero(alive.any(axis=1))
    inside = (np.arange(len(terms))[:, None] & used == used).astype(np.float64)
    means = np.where(fits.keep, fits.means, 0.0)
    information = np.einsum("ci,cb,cj->bij", inside, means, inside, optimize=True)
    out = ~alive[used].T
    information[np.broadcast_to(out[:, :, None] | out[:, None, :], information.shape)] = 0.0
    lanes, places = np.nonzero(out | ~fits.converged[:, None])
    information[lanes, places, places] = 1.0
    information[~fits.converged] = np.eye(used.size)
    return np.asarray(np.sqrt(np.linalg.inv(information)[:, 0, 0]))


def chapman(tables: Floats, level: float) -> Limits:
    """Log-normal limits by Seber's variance."""
    found = closed.chapman(tables)
    first, second, both = tables[1] + tables[3], tables[2] + tables[3], tables[3]
    variance = (first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) ** 2 * (both + 2))
    sure = (found.dark_figure > 0) & (both > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = np.exp(normal_quantile(level) * np.sqrt(np.log1p(variance / found.dark_figure**2)))
    return _limits(found, sure, found.dark_figure / spread, found.dark_figure * spread)


def _stepwise(settings: Mapping[str, Any]) -> Procedure:
    threshold = settings.get("threshold", 0.02)
    return lambda tables: stepwise.choose(tables, threshold)


def _limits(found: Outcomes, sure: NDArray[np.bool_], low: NDArray[np.float64], high: NDArray[np.float64]) -> Limits:
    seen = found.observed
    values = [np.where(sure, seen + unseen, np.nan) for unseen in (found.dark_figure, low, high)]
    return Limits(*values)
