"""Permuting rows or lists changes nothing, not one bit, ties and random numbers included."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published import table

from darkfigure import chao, closed, loglinear, search, stepwise
from darkfigure.errors import Refusal
from darkfigure.estimate import Estimate
from darkfigure.histories import CaptureHistories

NAMES = ("Home", "b", "A", "NG", "2")
ASKED: dict[str, Callable[[CaptureHistories], Estimate]] = {
    "stepwise": lambda one: stepwise.estimate(one, threshold=0.3, replicates=50, seed=3),
    "all pairs": lambda one: stepwise.estimate(one, threshold=1.0, interval="wald"),
    "bic": lambda one: search.estimate(one, top=8, replicates=50, seed=3),
    "aic of all orders": lambda one: search.estimate(
        one, criterion="aic", order=len(one.lists) - 1, top=4, interval="percentile", replicates=50
    ),
    "downhill": lambda one: search.estimate(one, downhill=True, replicates=50),
    "independence": lambda one: loglinear.estimate(one),
    "a given model": lambda one: loglinear.estimate(one, model="A:b, Home:A", interval="bca", replicates=50),
    "gamma": lambda one: loglinear.estimate(one, heterogeneity="gamma", interval="bca", replicates=50),
    "chao": lambda one: chao.estimate(one, interval="bca", replicates=50),
    "chao, plain": lambda one: chao.estimate(one, kind="plain"),
    "chao, unequal rates": lambda one: chao.estimate(one, kind="unequal rates"),
}


def told(method: Callable[[CaptureHistories], Estimate], one: CaptureHistories) -> dict[str, Any] | str:
    """All that a method says, refusals included."""
    try:
        return method(one).to_dict()
    except Refusal as refusal:
        return str(refusal)


@st.composite
def pairs_of_tables(draw: st.DrawFn) -> tuple[CaptureHistories, CaptureHistories]:
    """A small table, full of ties and zeros, and the same with rows and lists in another order."""
    lists = draw(st.integers(3, 4))
    counts = draw(st.lists(st.integers(0, 6), min_size=2**lists - 1, max_size=2**lists - 1).filter(any))
    one = CaptureHistories.from_cells(np.array(counts), NAMES[:lists])
    other = one.permute(draw(st.permutations(one.lists)))
    rows = draw(st.permutations(range(len(other.counts))))
    return one, CaptureHistories(other.lists, other.patterns[rows], other.counts[rows])


@pytest.mark.parametrize("name", ASKED)
@given(both=pairs_of_tables())
@settings(max_examples=5, deadline=None, derandomize=True)
def test_small_tables(name: str, both: tuple[CaptureHistories, CaptureHistories]) -> None:
    one, other = both
    assert told(ASKED[name], one) == told(ASKED[name], other)


@given(counts=st.tuples(*[st.integers(0, 9)] * 3).filter(any), kind=st.sampled_from(["lognormal", "bca"]))
@settings(max_examples=10, deadline=None, derandomize=True)
@pytest.mark.parametrize("estimator", ["chapman", "lincoln_petersen"])
def test_two_lists(estimator: str, counts: tuple[int, int, int], kind: str) -> None:
    one = CaptureHistories.from_cells(np.array(counts), ("b", "A"))

    def asked(table: CaptureHistories) -> Estimate:
        return closed.estimate(table, estimator=estimator, interval=kind, replicates=50)

    assert told(asked, one) == told(asked, one.permute(["A", "b"]))


def test_a_tie_is_broken_by_the_alphabet() -> None:
    """A:B and B:C overlap alike: the file's order does not choose between them."""
    tied = CaptureHistories.from_mapping(
        {("A",): 30, ("B",): 60, ("C",): 30, ("A", "B"): 20, ("B", "C"): 20, ("A", "C"): 13}
    )
    found = {
        stepwise.estimate(tied.permute(list(order)), threshold=0.4, interval="none").diagnostics["steps"][0]
        for order in ("ABC", "CBA", "BCA", "CAB")
    }
    assert found == {"A:B"}


@pytest.mark.parametrize("name", ["UKdat", "NewOrl_5"])
def test_published_tables(name: str) -> None:
    histories = table(name)
    turned = histories.permute(list(reversed(histories.lists)))
    one, other = (stepwise.estimate(each, replicates=100, seed=1) for each in (histories, turned))
    assert one == other
    one, other = (search.estimate(each, top=5, downhill=name == "UKdat", replicates=50) for each in (histories, turned))
    assert one == other
