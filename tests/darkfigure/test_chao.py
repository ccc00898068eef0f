"""Chao's bounds: by hand, against Rcapture, and on many tables at once."""

import numpy as np
import pytest
from published import reference, table

from darkfigure import chao
from darkfigure.errors import BadInput, Refusal
from darkfigure.histories import CaptureHistories
from darkfigure.identify import INFINITE
from darkfigure.intervals.resampling import resample


def frequencies(histories: CaptureHistories) -> tuple[int, int]:
    seen = histories.patterns.sum(axis=1)
    return int(histories.counts[seen == 1].sum()), int(histories.counts[seen == 2].sum())


@pytest.mark.parametrize("name", ["Korea", "Kosovo", "Western", "NewOrl_5", "UKdat", "Ned_5", "Artificial_3"])
def test_by_hand(name: str) -> None:
    histories = table(name)
    (once, twice), lists = frequencies(histories), len(histories.lists)
    share = (lists - 1) / lists
    plain = chao.estimate(histories, kind="plain")
    assert plain.total == pytest.approx(histories.n + share * once**2 / (2 * twice))
    corrected = chao.estimate(histories)
    assert corrected.total == pytest.approx(histories.n + share * once * (once - 1) / (2 * (twice + 1)))
    assert corrected.total < plain.total
    assert histories.n < corrected.interval.low < corrected.total < corrected.interval.high


def test_all_recorded_lower_bounds() -> None:
    records = [record for record in reference()["records"] if "h=LB" in record["settings"]]
    assert len(records) == 6
    for record in records:
        answer = chao.estimate(table(record["dataset"]), kind="unequal rates")
        assert answer.total == pytest.approx(record["estimate"], rel=1e-6), record
        assert (answer.interval.low, answer.interval.high) == pytest.approx(record["ci95"], rel=2e-4), record


def test_the_variance_is_that_of_many_tables() -> None:
    """2,000 people, three lists of a quarter each: the bound spreads over 4,000 tables as the formula says."""
    chances = np.array([0.25 ** code.bit_count() * 0.75 ** (3 - code.bit_count()) for code in range(8)])
    tables = np.random.default_rng(5).multinomial(2000, chances, size=4000).T.astype(float)
    tables[0] = 0.0
    once, twice = tables[[1, 2, 4]].sum(axis=0), tables[[3, 5, 6]].sum(axis=0)
    for corrected in (False, True):
        said = chao.variance(once.mean(), twice.mean(), 3, corrected=corrected)
        assert chao.bound(tables, corrected=corrected).totals.var() == pytest.approx(said, rel=0.1)


def test_many_tables_are_as_each_alone() -> None:
    histories = table("Western")
    tables = resample(histories, 50, seed=3)[:, :12]
    for kind, corrected in (("plain", False), ("bias-corrected", True)):
        found = chao.bound(tables, corrected=corrected)
        for lane in range(12):
            alone = CaptureHistories.from_cells(tables[1:, lane].astype(int), histories.lists)
            assert found.totals[lane] == pytest.approx(chao.estimate(alone, kind=kind).total)


def test_nobody_seen_twice() -> None:
    cells = CaptureHistories.from_mapping({("A",): 9, ("B",): 8, ("C",): 4, ("A", "B", "C"): 3})
    assert chao.bound(np.vstack([[0.0], cells.cells()[:, None]]), corrected=False).status.tolist() == [INFINITE]
    with pytest.raises(Refusal, match="Nobody is on exactly two lists") as refused:
        chao.estimate(cells, kind="plain")
    assert refused.value.status == "infinite"
    assert chao.estimate(cells).total > 24


@pytest.mark.parametrize(
    ("kind", "interval"),
    [("plain", "bca"), ("bias-corrected", "percentile"), ("unequal rates", "wald"), ("unequal rates", "bca")],
)
def test_intervals(kind: str, interval: str) -> None:
    answer = chao.estimate(table("Kosovo"), kind=kind, interval=interval, replicates=60)
    assert answer.interval.kind == interval
    assert answer.interval.low < answer.total < answer.interval.high


def test_unknown_words() -> None:
    with pytest.raises(BadInput, match="no bound 'upper': plain, bias-corrected, unequal rates"):
        chao.estimate(table("Korea"), kind="upper")
