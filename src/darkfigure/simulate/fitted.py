"""Worlds like a table in hand: the model that a method chose for it, taken as the truth."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from darkfigure import answer, stepwise
from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories
from darkfigure.identify import FINITE, judge_terms
from darkfigure.lattice import Floats
from darkfigure.models import Model, name_of, terms_of
from darkfigure.regression import Regression
from darkfigure.simulate import world
from darkfigure.simulate.world import World
from darkfigure.soundness import require_information


def like(histories: CaptureHistories, *, model: Model | None = None, threshold: float = 0.02) -> Callable[..., World]:
    """A scenario: called with `seed=` it draws a world from the log-linear model fitted to the table.

    P(w) = mu_w / N, with mu_w the fitted means, mu of the empty history the fitted dark figure, and N their sum, which
    is rounded to the truth. The model is the one of forward stepwise at `threshold` unless one is given.

    >>> from darkfigure import examples, simulate
    >>> simulate.like(examples.load("UKdat"))(seed=1).truth  # what stepwise gives for the table itself
    11418
    """
    require_information(histories)
    table = answer.one_table(histories)
    terms = terms_of(model, histories.lists) if model is not None else _chosen(table, threshold)
    if judge_terms(terms, table[:, 0]).status != FINITE:
        raise answer.refusal(terms, table[:, 0], histories.lists)
    fitted = Regression.of_terms(terms, table[:, 0]).fit()
    means = fitted.means
    means[0] = fitted.dark_figure
    truth, name = round(float(means.sum())), name_of(terms, histories.lists)
    if truth > world.MOST_PEOPLE:
        raise BadInput(f"The fitted total, {truth:,}, is too large a population to draw.")

    def scenario(*, seed: int = 0) -> World:
        drawn = world.draw(truth, means, np.random.default_rng(np.random.SeedSequence(seed)))
        settings = {"model": name, "threshold": threshold, "like": histories.digest, "seed": seed}
        return World(world.as_histories(drawn, histories.lists), truth, "fitted", settings)

    return scenario


def _chosen(table: Floats, threshold: float) -> NDArray[np.bool_]:
    terms = stepwise.choose(table, threshold).terms
    if terms is None:
        raise TypeError("Stepwise names its model.")
    return terms[:, 0]
