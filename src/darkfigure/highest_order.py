"""The total as a function of the one statement that no data can test: the highest-order odds ratio.

Every log-linear estimate sets the interaction of all k lists to nil. Written out over all 2**k expected counts mu_w,
the unseen mu_0 among them, that says that the odds ratio

    xi = product of mu_w over histories of an even number of lists / product over those of an odd number

is 1 (for two lists, mu_0 mu_12 / (mu_1 mu_2)). Given the observable cells, any other value of xi fits the same data
exactly as well, and gives mu_0(xi) = xi mu_0(1), N(xi) = n + xi mu_0(1): Aleshin-Guendel, Sadinle and Wakefield,
The Central Role of the Identifying Assumption in Population Size Estimation (arXiv 2101.09304).

So the curve is a straight line in xi whatever model smooths the observable cells: it shows how strong a claim xi = 1
is, and what it would take to halve or double the answer. `saturated` takes the observed cells as they are,
mu_0(1) = product of n_w over odd / over even histories (Fienberg 1972), and needs that none of them is empty.
"""

import math
from collections.abc import Sequence

import numpy as np

from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate
from darkfigure.histories import CaptureHistories
from darkfigure.variants import AtOddsRatio

ODDS_RATIOS = (0.1, 0.2, 0.5, 0.8, 1.0, 1.25, 2.0, 5.0, 10.0)
METHODS = ("stepwise", "bic", "aic", "downhill bic", "downhill aic", "loglinear", "thresholding", "lincoln_petersen")
"""Estimates whose models have no interaction of all lists, as `Estimate.method` names them."""


def curve(
    histories: CaptureHistories, estimate: Estimate | None, odds_ratios: Sequence[float] = ODDS_RATIOS
) -> tuple[tuple[AtOddsRatio, ...], str]:
    """The total at each odds ratio, or () and why there is no curve.

    >>> from darkfigure import stepwise
    >>> turtles = CaptureHistories.from_mapping({("day 1",): 5, ("day 2",): 10, ("day 1", "day 2"): 5})
    >>> points, _ = curve(turtles, stepwise.estimate(turtles, interval="none"), (0.5, 1.0, 2.0))
    >>> [round(point.total) for point in points]
    [25, 30, 40]
    """
    if not all(0 < one < math.inf for one in odds_ratios):
        raise BadInput(f"Odds ratios are positive numbers, not {', '.join(f'{one:g}' for one in odds_ratios)}.")
    if estimate is None:
        return (), "Without an estimate there is no curve by the highest-order odds ratio."
    if estimate.method not in METHODS or estimate.settings.get("heterogeneity"):
        return (), f"{estimate.method} does not rest on the highest-order odds ratio being 1: there is no curve by it."
    plain = saturated(histories)
    return tuple(
        AtOddsRatio(xi, histories.n + xi * estimate.dark_figure, None if plain is None else histories.n + xi * plain)
        for xi in odds_ratios
    ), ""


def saturated(histories: CaptureHistories) -> float | None:
    """The dark figure of the saturated model at an odds ratio of 1; None if a cell is empty."""
    cells = histories.cells()
    if not cells.all():
        return None
    odd = np.array([code.bit_count() % 2 for code in range(1, len(cells) + 1)], dtype=bool)
    return float(np.exp(np.log(cells[odd]).sum() - np.log(cells[~odd]).sum()))
