"""Two lists: by hand, by enumeration, and on many tables at once."""

import math

import numpy as np
import pytest
from published import table

from darkfigure import closed
from darkfigure.errors import BadInput, Refusal
from darkfigure.histories import CaptureHistories
from darkfigure.identify import INFINITE

TWO = CaptureHistories.from_mapping({("A",): 5, ("B",): 10, ("A", "B"): 5})


def test_by_hand() -> None:
    """10 on the first list, 15 on the second, 5 on both."""
    assert closed.estimate(TWO, estimator="lincoln_petersen").total == pytest.approx(30.0)
    answer = closed.estimate(TWO)
    assert answer.total == pytest.approx(11 * 16 / 6 - 1)
    variance = 11 * 16 * 5 * 10 / (6**2 * 7)
    assert answer.diagnostics["standard_error"] == pytest.approx(math.sqrt(variance))
    unseen = answer.dark_figure
    spread = math.exp(1.959963984540054 * math.sqrt(math.log(1 + variance / unseen**2)))
    assert (answer.interval.low, answer.interval.high) == pytest.approx((20 + unseen / spread, 20 + unseen * spread))


def test_chapman_is_unbiased_where_the_lists_are_large_enough() -> None:
    """Enumerated: with n1 + n2 >= N the expectation over the hypergeometric overlap is N itself."""
    people, first, second = 30, 18, 15
    total = 0.0
    for both in range(first + second - people, min(first, second) + 1):
        chance = math.comb(first, both) * math.comb(people - first, second - both) / math.comb(people, second)
        cells = np.array([[0.0], [first - both], [second - both], [both]])
        total += chance * float(closed.chapman(cells).totals[0])
    assert total == pytest.approx(people)


def test_many_tables_are_as_each_alone() -> None:
    tables = np.random.default_rng(1).integers(1, 40, size=(4, 30)).astype(float)
    tables[0] = 0.0
    for name, many in (("chapman", closed.chapman), ("lincoln_petersen", closed.lincoln_petersen)):
        found = many(tables)
        for lane in range(30):
            alone = CaptureHistories.from_cells(tables[1:, lane].astype(int), "AB")
            assert found.totals[lane] == pytest.approx(closed.estimate(alone, estimator=name).total)


def test_a_replicate_without_overlap_is_infinite() -> None:
    assert closed.lincoln_petersen(np.array([[0.0], [5.0], [4.0], [0.0]])).status.tolist() == [INFINITE]


@pytest.mark.parametrize("kind", ["percentile", "bca", "lognormal", "none"])
def test_intervals(kind: str) -> None:
    answer = closed.estimate(TWO, interval=kind, replicates=200)
    if kind == "none":
        assert answer.interval is None
    else:
        assert answer.interval.kind == kind
        assert 20 <= answer.interval.low < answer.total < answer.interval.high


def test_refusals_and_bad_requests() -> None:
    apart = CaptureHistories.from_mapping({("A",): 5, ("B",): 10})
    for estimator in ("chapman", "lincoln_petersen"):
        with pytest.raises(Refusal, match="No two lists share a person"):
            closed.estimate(apart, estimator=estimator)
    with pytest.raises(BadInput, match="Two lists are wanted; there are 3"):
        closed.estimate(table("Korea"))
    with pytest.raises(BadInput, match="no estimator 'bailey'"):
        closed.estimate(TWO, estimator="bailey")
    with pytest.raises(BadInput, match="no interval 'profile' here"):
        closed.estimate(TWO, interval="profile")
