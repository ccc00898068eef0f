"""A method by name as one function of many tables, for subsamples and strata; slow methods go table by table."""

from collections.abc import Callable
from typing import Any

import numpy as np

from darkfigure import answer, chao, closed, loglinear, search, stepwise
from darkfigure.attempt import attempt, checked_settings, known
from darkfigure.errors import Refusal
from darkfigure.histories import CaptureHistories
from darkfigure.identify import FINITE, NOT_IDENTIFIED
from darkfigure.lattice import Floats
from darkfigure.models import terms_of
from darkfigure.outcomes import Outcomes, Procedure
from darkfigure.search import downhill
from darkfigure.search.ranked import rank
from darkfigure.search.space import all_models, checked_order

_TOP = 60
Settings = dict[str, Any]


def procedure(histories: CaptureHistories, method: str, **settings: Any) -> Procedure:
    """All of `method` on tables (2**k, B) with the lists of `histories`; settings as in its `estimate`.

    The search by BIC chooses among the best models of `histories` itself, as its bootstrap does.
    """
    checked_settings(method, settings)
    make = _BATCHED.get(known(method).function)
    found = make and make(histories, dict(known(method).fixed) | settings)
    return found or (lambda tables: one_by_one(tables, histories.lists, method, settings))


def one_by_one(tables: Floats, lists: tuple[str, ...], method: str, settings: Settings) -> Outcomes:
    """Any method, a table at a time; where it refuses the dark figure is not identified."""
    dark, status = np.full(tables.shape[1], np.nan), np.full(tables.shape[1], NOT_IDENTIFIED, dtype=np.int8)
    for lane, cells in enumerate(tables.T):
        found, _ = attempt(CaptureHistories.from_cells(cells[1:].astype(np.int64), lists), method, **settings)
        if found is not None and found.status == "finite":
            dark[lane], status[lane] = found.dark_figure, FINITE
    return Outcomes(tables.sum(axis=0), dark, status)


def _stepwise(_: CaptureHistories, settings: Settings) -> Procedure:
    return lambda tables: stepwise.choose(tables, settings.get("threshold", 0.02))


def _loglinear(histories: CaptureHistories, settings: Settings) -> Procedure | None:
    terms = terms_of(settings.get("model"), histories.lists)
    return None if settings.get("heterogeneity") else lambda tables: loglinear.fixed(tables, terms)


def _search(histories: CaptureHistories, settings: Settings) -> Procedure:
    order = checked_order(len(histories.lists), settings.get("order", 2))
    criterion = settings.get("criterion", "bic")
    if settings.get("downhill", False):
        return lambda tables: downhill.choose(tables, order, criterion)
    ranking = rank(all_models(len(histories.lists), order), answer.one_table(histories), criterion)
    if not ranking.score.size:
        raise Refusal("No model of this order has a finite estimate on this table.", "Merge or drop lists.")
    return ranking.top(settings.get("top", _TOP)).choose


def _chao(_: CaptureHistories, settings: Settings) -> Procedure | None:
    kind = settings.get("kind", "bias-corrected")
    return None if kind == "unequal rates" else lambda tables: chao.bound(tables, corrected=kind == "bias-corrected")


def _closed(_: CaptureHistories, settings: Settings) -> Procedure:
    return closed.chapman if settings.get("estimator", "chapman") == "chapman" else closed.lincoln_petersen


_BATCHED: dict[Callable[..., Any], Callable[[CaptureHistories, Settings], Procedure | None]] = {
    stepwise.estimate: _stepwise,
    loglinear.estimate: _loglinear,
    search.estimate: _search,
    chao.estimate: _chao,
    closed.estimate: _closed,
}
