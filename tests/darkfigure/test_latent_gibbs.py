"""One sweep's parts: everybody is allotted once, and the missing keep to their law and their cap."""

import numpy as np
import pytest
from published import table

from darkfigure import latent_gibbs as gibbs
from darkfigure.latent_sticks import Prior


def test_everybody_is_allotted_once() -> None:
    known = table("Western")
    data, prior = gibbs.prepare(known.patterns, known.counts), Prior(5, 0.25, 0.25, 20 * known.n)
    state, rng = gibbs.start(data, prior, 6), np.random.default_rng(1)
    for number in range(30):
        gibbs.sweep(state, data, prior, rng, move=number)
        seen = state.allotted[:, :-1].sum(axis=2)
        assert (seen == np.sort(known.counts)).all()
        assert (state.missing <= prior.most_missing).all()
        assert np.exp(state.log_weights).sum(axis=1) == pytest.approx(1.0)
        chances = np.exp(state.log_lists)
        assert (chances[:, :5] + chances[:, 5:]) == pytest.approx(1.0)


def test_the_missing_are_failures_before_the_last_success() -> None:
    drawn = gibbs.draw_missing(np.full(20_000, 0.6), 50, 10**6, np.random.default_rng(1))
    assert drawn.mean() == pytest.approx(50 * 0.6 / 0.4, rel=0.01)
    assert drawn.var() == pytest.approx(50 * 0.6 / 0.4**2, rel=0.05)


def test_the_cap_holds_where_hardly_any_mass_lies_below() -> None:
    capped = gibbs.draw_missing(np.full(300, 0.9), 50, 200, np.random.default_rng(1))
    assert capped.max() <= 200
    assert capped.mean() > 150


def test_classes_are_put_in_order_of_weight() -> None:
    known = table("Korea")
    data, prior = gibbs.prepare(known.patterns, known.counts), Prior(4, 0.25, 0.25, 1000)
    state = gibbs.start(data, prior, 3)
    gibbs.sweep(state, data, prior, np.random.default_rng(3))
    gibbs.by_weight(state)
    assert (np.diff(state.log_weights, axis=1) <= 0).all()
