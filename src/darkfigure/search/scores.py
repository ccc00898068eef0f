"""BIC and AIC of many models, with the verdict of the recession cone where Newton's method gives no certificate."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from darkfigure.errors import BadInput
from darkfigure.fits import Fits, fit
from darkfigure.identify import judge_terms
from darkfigure.lattice import Floats, superset_sums

CRITERIA = ("bic", "aic")


def checked_criterion(criterion: str) -> str:
    """The name of a criterion."""
    if criterion not in CRITERIA:
        raise BadInput(f"There is no criterion {criterion!r}: {', '.join(CRITERIA)}.")
    return criterion


@dataclass(frozen=True)
class Scored:
    """For B pairs of a model and a table: `score` (B,), infinite where the model has no estimate; `dark_figure` (B,);
    `coefficients` (2**k, B) to begin from elsewhere."""

    score: NDArray[np.float64]
    dark_figure: NDArray[np.float64]
    coefficients: Floats


def scored(terms: NDArray[np.bool_], tables: Floats, criterion: str, start: Floats | None = None) -> Scored:
    """Score models (2**k, B or 1) on tables (2**k, B or 1).

    BIC = p log n - 2 log-likelihood, n the people observed and p all parameters, those at minus infinity included;
    AIC = 2 p - 2 log-likelihood. The constant sum of log n! is left out: `constant` has it.
    """
    terms, tables = np.broadcast_arrays(terms, tables)
    fits = fit(terms, tables, start)
    score = prices(terms, tables, criterion) - 2.0 * kernel(fits, tables)
    dark = np.exp(np.minimum(fits.coefficients[0], 700.0))
    for lane in np.flatnonzero(~fits.converged):
        score[lane], dark[lane] = _judged(terms[:, lane], tables[:, lane], criterion)
    return Scored(score, dark, fits.coefficients)


def kernel(fits: Fits, tables: Floats) -> NDArray[np.float64]:
    """The log-likelihood without its constant, (B,): sum of n log mu - mu over the retained cells."""
    observed = superset_sums(tables.copy())
    return np.asarray((fits.coefficients * observed).sum(axis=0) - fits.means[1:].sum(axis=0))


def prices(terms: NDArray[np.bool_], tables: Floats, criterion: str) -> NDArray[np.float64]:
    """What the parameters cost, (B,)."""
    each = np.log(tables.sum(axis=0)) if criterion == "bic" else 2.0
    return np.asarray(terms.sum(axis=0) * each)


def _judged(terms: NDArray[np.bool_], table: NDArray[np.float64], criterion: str) -> tuple[float, float]:
    """One that did not converge: no estimate, or a longer climb."""
    if judge_terms(terms, table).code:
        return np.inf, np.nan
    longer = fit(terms[:, None], table[:, None], steps=500)
    if not longer.converged[0]:
        return np.inf, np.nan
    price = float(prices(terms[:, None], table[:, None], criterion)[0])
    return price - 2.0 * float(kernel(longer, table[:, None])[0]), float(longer.dark_figure[0])
