"""A given hierarchical log-linear model (Fienberg 1972; Bishop, Fienberg and Holland 1975, chapter 6).

log mu_w = sum of a_s over the model's terms s within the history w, and n_w is Poisson with mean mu_w. The dark figure
is exp(a_0). Assumption: no term beyond the model's, and never the interaction of all lists.
"""

import numpy as np

from darkfigure import answer
from darkfigure.errors import Refusal
from darkfigure.estimate import STATUSES, Estimate
from darkfigure.fits import fit
from darkfigure.heterogeneity import Extended, columns
from darkfigure.histories import CaptureHistories
from darkfigure.identify import FINITE, judge_terms
from darkfigure.lattice import Floats
from darkfigure.models import Model, name_of, terms_of
from darkfigure.outcomes import Outcomes
from darkfigure.regression import Regression
from darkfigure.soundness import require_information


def estimate(
    histories: CaptureHistories,
    *,
    model: Model = None,
    heterogeneity: str | None = None,
    interval: str = "profile",
    level: float = 0.95,
    replicates: int = 1000,
    seed: int = 0,
) -> Estimate:
    """The total under one model: "LA:NG, PF:GP" names its largest interactions, None is independence.

    `heterogeneity` adds a column: "poisson", "darroch", "gamma", or "lower bound".

    >>> from darkfigure import examples
    >>> round(estimate(examples.load("Korea"), model="b:c, c:d").total)  # Silverman, Chan and Vincent 2024, table 3
    157
    """
    histories = histories.by_name()
    terms = terms_of(model, histories.lists)
    wanted = answer.Wanted(interval, level, replicates, seed)
    settings = {"model": name_of(terms, histories.lists), "heterogeneity": heterogeneity}
    if heterogeneity is not None:
        extended = Extended(terms, columns(heterogeneity, len(histories.lists)), heterogeneity == "lower bound")
        return extended_estimate(
            histories, extended, answer.Chosen("loglinear", extended.choose, settings, False), wanted
        )
    chosen = answer.Chosen("loglinear", lambda tables: fixed(tables, terms), settings, selects=False)
    return answer.estimate(histories, chosen, wanted)


def extended_estimate(
    histories: CaptureHistories, extended: Extended, chosen: answer.Chosen, wanted: answer.Wanted
) -> Estimate:
    """The total under a model with columns for heterogeneity."""
    require_information(histories)
    regression = extended.regression(answer.one_table(histories)[:, 0])
    verdict = regression.verdict()
    if verdict.status != FINITE:
        raise Refusal(
            f"The dark figure is {STATUSES[verdict.status]} under a model with heterogeneity: too few overlaps.",
            "Leave the heterogeneity out, or merge lists.",
            status=STATUSES[verdict.status],
        )
    name = f"{name_of(extended.terms, histories.lists)} + {chosen.settings['heterogeneity']}"
    return answer.reported(histories, chosen, wanted, regression, model=name, diagnostics={})


def fixed(tables: Floats, terms: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Outcomes:
    """One model, (2**k,) terms, on many tables (2**k, B) at once."""
    fits = fit(terms[:, None], tables)
    dark, status = np.exp(np.minimum(fits.coefficients[0], 700.0)), np.zeros(tables.shape[1], dtype=np.int8)
    for lane in np.flatnonzero(~fits.converged):
        status[lane] = judge_terms(terms, tables[:, lane]).status
        if status[lane] == FINITE:
            dark[lane] = Regression.of_terms(terms, tables[:, lane]).fit().dark_figure
    return Outcomes(tables.sum(axis=0), dark, status, np.broadcast_to(terms[:, None], tables.shape))
