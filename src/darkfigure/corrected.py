"""Independence with the bias taken out: Chapman's estimate for any number of lists.

To each history of one list (t - 2)/(2 t) people are added and to each of two lists 2/(t (t - 1)), t lists in all; then
the independence model is fitted, and its exp(a_0) is the dark figure (Rivest and Levesque 2001, Can. J. Statistics 29,
555). With two lists this is Chapman's (n1 + 1)(n2 + 1)/(m + 1) - 1. Assumption: lists are independent, and on each
everyone is as likely to be as anyone else.
"""

import numpy as np
from numpy.typing import NDArray

from darkfigure import answer, closed_form
from darkfigure.closed import chapman, variance_chapman
from darkfigure.estimate import Estimate
from darkfigure.fits import fit
from darkfigure.histories import CaptureHistories
from darkfigure.identify import FINITE
from darkfigure.intervals import lognormal
from darkfigure.lattice import Floats, main_effects
from darkfigure.outcomes import Outcomes
from darkfigure.regression import Regression
from darkfigure.soundness import require_information


def estimate(
    histories: CaptureHistories,
    *,
    interval: str = "lognormal",
    level: float = 0.95,
    replicates: int = 1000,
    seed: int = 0,
) -> Estimate:
    """The total under independence, nearly unbiased in small tables; var N = m0 + m0^2 var(a_0).

    >>> from darkfigure import examples
    >>> round(estimate(examples.load("Western")).total)  # Rcapture 1.4.4, closedp.bc, model Mt
    1964
    """
    histories = histories.by_name()
    require_information(histories)
    table = answer.one_table(histories)
    dark = float(choose(table).dark_figure[0])
    return closed_form.estimate(
        histories,
        answer.Chosen("corrected", choose, {}, selects=False),
        (interval, level, replicates, seed),
        dark,
        lambda: lognormal(histories.n, dark, variance(table[:, 0]), level),
        diagnostics={},
    )


def choose(tables: Floats) -> Outcomes:
    """On many tables, (2**k, B), at once; all have an estimate, for no pair of lists is left without overlap."""
    if len(tables) == 4:
        return chapman(tables)
    fits = fit(main_effects(_lists(tables))[:, None], tables + added(_lists(tables))[:, None])
    return Outcomes(tables.sum(axis=0), fits.dark_figure, np.full(tables.shape[1], FINITE, dtype=np.int8))


def added(lists: int) -> NDArray[np.float64]:
    """People to add to each history, (2**k,)."""
    seen = np.array([code.bit_count() for code in range(2**lists)])
    once, twice = (lists - 2) / (2.0 * lists), 2.0 / (lists * (lists - 1))
    return np.where(seen == 1, once, np.where(seen == 2, twice, 0.0))


def variance(table: NDArray[np.float64]) -> float:
    """Of the total, from the information of the table with the added people."""
    lists = len(table).bit_length() - 1
    if lists == 2:
        return variance_chapman(float(table[1] + table[3]), float(table[2] + table[3]), float(table[3]))
    fitted = Regression.of_terms(main_effects(lists), table + added(lists)).fit()
    return fitted.dark_figure + (fitted.dark_figure * fitted.standard_error) ** 2


def _lists(tables: Floats) -> int:
    return len(tables).bit_length() - 1
