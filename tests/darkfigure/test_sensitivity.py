"""Lists omitted and merged, thresholds walked: each point is the method on the table so changed."""

import json
from typing import Any

import pytest
from published import table

from darkfigure import methods, stepwise
from darkfigure.histories import CaptureHistories
from darkfigure.sensitivity import THRESHOLDS, Sensitivity, sensitivity


@pytest.fixture(scope="module")
def kingdom() -> Sensitivity:
    return sensitivity(table("UKdat_5"))


def test_lists_are_omitted_and_merged(kingdom: Sensitivity) -> None:
    uk = table("UKdat_5")
    assert [row.lists for row in kingdom.omitted] == [("L",), ("N",), ("P",), ("G",), ("U",)]
    assert len(kingdom.merged) == 10
    for row in kingdom.omitted:
        assert row.estimate is not None
        assert row.estimate.total == stepwise.estimate(uk.drop(*row.lists), interval="none").total
    for row in kingdom.merged:
        assert row.estimate is not None
        assert row.estimate.total == stepwise.estimate(uk.merge(row.lists), interval="none").total


def test_thresholds_are_as_published(kingdom: Sensitivity) -> None:
    """SparseMSE 2.0.1: 13,444 at 0, 11,313 at 0.02."""
    assert [row.threshold for row in kingdom.thresholds] == list(THRESHOLDS)
    totals = {row.threshold: row.estimate.total for row in kingdom.thresholds if row.estimate}
    assert totals[0.0] == pytest.approx(13444.131209, rel=1e-6)
    assert totals[0.02] == pytest.approx(11312.990289, rel=1e-6)


def test_the_curve_goes_through_the_estimate(kingdom: Sensitivity) -> None:
    assert kingdom.baseline is not None
    curve = {point.odds_ratio: point.total for point in kingdom.highest_order}
    assert curve[1.0] == kingdom.baseline.total
    assert curve[2.0] - 2744 == pytest.approx(2 * kingdom.baseline.dark_figure)
    assert kingdom.remarks == ()


def test_refusals_stay() -> None:
    found = sensitivity(table("Artificial_3"))
    assert [row.refused.split(":")[0] for row in found.omitted] == [
        "No two lists share a person",
        "No two lists share a person",
        "",
    ]
    two = sensitivity(CaptureHistories.from_mapping({("A",): 5, ("B",): 10, ("A", "B"): 5}), method="chapman")
    assert two.merged == ()
    assert all("at least two lists" in row.refused for row in two.omitted)
    assert two.highest_order == ()
    assert "chapman" in two.remarks[0]


def test_a_table_that_is_refused() -> None:
    found = sensitivity(CaptureHistories.from_mapping({("A",): 4, ("B",): 5, ("C",): 6}))
    assert found.baseline is None
    assert "No two lists share a person" in found.refused
    assert all(row.refused for row in (*found.omitted, *found.merged, *found.thresholds))
    assert found.highest_order == ()
    assert "refused" in found.summary()
    json.dumps(found.to_dict())


def test_another_method_with_limits() -> None:
    found = sensitivity(table("Korea"), method="bic", replicates=100, seed=2, thresholds=(0.02,))
    again = methods.estimate(table("Korea"), "bic", replicates=100, seed=2)
    assert found.baseline == again
    assert found.thresholds[0].estimate is not None
    assert found.thresholds[0].estimate.interval is not None


def test_order_and_progress(kingdom: Sensitivity) -> None:
    heard: list[Any] = []
    other = sensitivity(table("UKdat_5").permute(["U", "P", "L", "G", "N"]), progress=lambda *step: heard.append(step))
    ours = {row.lists: row.cells()[1] for row in kingdom.omitted}
    assert ours == {row.lists: row.cells()[1] for row in other.omitted}
    pairs = {frozenset(row.lists): row.cells()[1] for row in kingdom.merged}
    assert pairs == {frozenset(row.lists): row.cells()[1] for row in other.merged}
    assert heard[-1][:2] == (24, 24)
    assert [step[0] for step in heard] == list(range(1, 25))


def test_shown(kingdom: Sensitivity) -> None:
    shown = json.loads(json.dumps(kingdom.to_dict()))
    assert shown["omitted"][2]["lists"] == ["P"]
    assert "By the threshold" in kingdom.summary()
    assert "22,623" in kingdom._repr_html_()
