"""The estimate by the best model, its rivals, and limits that repeat the choice."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from darkfigure import answer
from darkfigure.errors import BadInput, Refusal
from darkfigure.estimate import Estimate, whole
from darkfigure.fits import fit
from darkfigure.histories import CaptureHistories
from darkfigure.intervals import Ranged
from darkfigure.intervals.bootstrap import limited
from darkfigure.intervals.resampling import leave_one_out, resample
from darkfigure.lattice import Floats
from darkfigure.models import name_of
from darkfigure.search import downhill as steps
from darkfigure.search.ranked import Ranking, rank
from darkfigure.search.scores import checked_criterion, kernel
from darkfigure.search.space import MOST, TooManyModels, all_models, checked_order
from darkfigure.soundness import require_information

SHOWN = (1, 2, 5, 10, 20, 50, 100)
CLOSE, FAR = 2.0, 1.25
"""Models within two of the best BIC whose totals differ by a quarter or more deserve a warning."""


def estimate(
    histories: CaptureHistories,
    *,
    criterion: str = "bic",
    order: int = 2,
    downhill: bool | None = None,
    top: int = 60,
    interval: str = "bca",
    level: float = 0.95,
    replicates: int = 1000,
    seed: int = 0,
) -> Estimate:
    """The total under the hierarchical model of least BIC (or AIC) with interactions of up to `order` lists.

    All models are fitted unless they are too many or a `downhill` search is asked for. The bootstrap chooses anew, in
    every replicate, among the `top` models of the table itself; after a downhill search it repeats the search.
    `models` weighs the models by exp(-difference / 2).

    >>> from darkfigure import examples
    >>> round(estimate(examples.load("UKdat_5"), interval="none").total)  # Silverman, Chan and Vincent 2024, table 6
    22991
    """
    wanted = answer.Wanted(interval, level, replicates, seed)
    if top < 1:
        raise BadInput(f"At least one model must be kept for the bootstrap; top={top} was given.")
    histories = histories.by_name()
    order = checked_order(len(histories.lists), order)
    settings = {"criterion": checked_criterion(criterion), "order": order}
    require_information(histories)
    models: NDArray[np.bool_] | None = None
    warnings: tuple[str, ...] = ()
    if not downhill:
        try:
            models = all_models(len(histories.lists), order)
        except TooManyModels:
            if downhill is not None:
                raise
            warnings = (f"There are more than {MOST:,} models: the search goes downhill, and may miss the best.",)
    if models is None:
        return _downhill(histories, settings, wanted, warnings)
    return _exhaustive(histories, models, settings | {"top": top}, wanted)


def _downhill(
    histories: CaptureHistories, settings: Mapping[str, Any], wanted: answer.Wanted, warnings: tuple[str, ...]
) -> Estimate:
    order, criterion = settings["order"], settings["criterion"]
    chosen = answer.Chosen(
        f"downhill {criterion}", lambda tables: steps.choose(tables, order, criterion), {**settings, "downhill": True}
    )
    return answer.estimate(histories, chosen, wanted, warnings=warnings)


def _exhaustive(
    histories: CaptureHistories, models: NDArray[np.bool_], settings: Mapping[str, Any], wanted: answer.Wanted
) -> Estimate:
    table = answer.one_table(histories)
    ranking = rank(models, table, settings["criterion"])
    if not ranking.score.size:
        raise Refusal("No model of this order has a finite estimate on this table.", "Merge or drop lists.")
    best = ranking.top(settings["top"])
    return answer.estimate(
        histories,
        answer.Chosen(settings["criterion"], best.choose, settings),
        wanted,
        models=_weights(ranking, histories),
        diagnostics=_described(ranking, table, histories),
        warnings=_rivals(ranking, histories),
        ranged=_cumulative(best, histories, wanted),
    )


def _weights(ranking: Ranking, histories: CaptureHistories) -> tuple[tuple[str, float], ...]:
    weights = np.exp(-0.5 * (ranking.score - ranking.score[0]))
    weights /= weights.sum()
    return tuple(
        (name_of(ranking.terms[:, one], histories.lists), float(weights[one])) for one in range(10)[: len(weights)]
    )


def _described(ranking: Ranking, table: Floats, histories: CaptureHistories) -> dict[str, Any]:
    """How many models, and the ten best with score and total."""
    best = fit(ranking.terms[:, :1], table)
    constant = -2.0 * float(best.log_likelihood(table)[0] - kernel(best, table)[0])
    rows = [
        {
            "model": name_of(ranking.terms[:, one], histories.lists),
            ranking.criterion: float(ranking.score[one] + constant),
            "total": float(histories.n + ranking.dark_figure[one]),
        }
        for one in range(10)[: len(ranking.score)]
    ]
    return {"considered": ranking.considered, "valid": len(ranking.score), "best": rows}


def _cumulative(best: Ranking, histories: CaptureHistories, wanted: answer.Wanted) -> Ranged | None:
    """Limits when only the first 1, 2, 5, ... models may be chosen: those of one alone are over-confident."""
    if not wanted.resamples:
        return None
    drawn = best.cumulative(resample(histories, wanted.replicates, wanted.seed))
    left_out = best.cumulative(leave_one_out(histories))
    total = float(histories.n + best.dark_figure[0])
    found: dict[str, list[float]] = {}
    ranged = Ranged(None)
    for many, (one, other) in enumerate(zip(drawn, left_out, strict=True), start=1):
        if many in SHOWN or many == len(best.score):
            ranged = limited(histories, one, other.totals, total, kind=wanted.interval, level=wanted.level)
            found[str(many)] = [ranged.interval.low, ranged.interval.high] if ranged.interval else []
    return Ranged(ranged.interval, dict(ranged.diagnostics) | {"limits_by_top": found}, ranged.warnings)


def _rivals(ranking: Ranking, histories: CaptureHistories) -> tuple[str, ...]:
    totals = histories.n + ranking.dark_figure[ranking.score < ranking.score[0] + CLOSE]
    if totals.max() < FAR * totals[0] and totals.min() > totals[0] / FAR:
        return ()
    return (
        f"{len(totals)} models are within {CLOSE:g} {ranking.criterion.upper()} of the best, and their totals run from "
        f"{whole(totals.min())} to {whole(totals.max())}.",
    )
