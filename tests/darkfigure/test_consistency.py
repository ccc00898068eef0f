"""People on a list that is hidden are a population of known size."""

import json
import math
from typing import Any

import pytest
from published import table

from darkfigure import stepwise
from darkfigure.consistency import Consistency, HiddenList, internal_consistency
from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories


@pytest.fixture(scope="module")
def kosovo() -> Consistency:
    return internal_consistency(table("Kosovo"), replicates=200)


def test_known_numbers_and_estimates(kosovo: Consistency) -> None:
    assert [(row.list, row.known) for row in kosovo.rows] == [("E", 1910), ("A", 1528), ("O", 1786), ("H", 685)]
    for row in kosovo.rows:
        alone = stepwise.estimate(table("Kosovo").restrict(row.list), interval="none")
        assert row.estimate is not None
        assert row.estimate.total == pytest.approx(alone.total)
        assert row.log_relative_bias == pytest.approx(math.log(alone.total / row.known))


def test_stepwise_fails_on_kosovo(kosovo: Consistency) -> None:
    assert kosovo.fails
    assert kosovo.mean_log_relative_bias == pytest.approx(-0.429, abs=0.001)
    assert [row.covered for row in kosovo.rows] == [False, False, False, True]
    assert "35% too low on average. 1 of 4 intervals" in kosovo.verdict


def test_stepwise_holds_on_the_kingdoms_table() -> None:
    """Binette and Steorts (2022) report -0.17 and 0.90 for SparseMSE over five tables."""
    found = internal_consistency(table("UKdat"), replicates=100)
    assert not found.fails
    assert found.mean_log_relative_bias == pytest.approx(-0.022, abs=0.001)
    assert found.coverage == 1.0
    refused = [row for row in found.rows if row.refused]
    assert [(row.list, row.estimate, row.covered) for row in refused] == [("U", None, None)]
    assert "No two lists share a person" in refused[0].refused


def test_sparse_tables_fail() -> None:
    found = internal_consistency(table("NewOrl_5"), replicates=100)
    assert found.fails
    assert found.mean_log_relative_bias == pytest.approx(-1.204, abs=0.001)
    assert any("Fewer than two other lists" in row.refused for row in found.rows)


def test_lists_nobody_shares() -> None:
    found = internal_consistency(table("Artificial_3"))
    assert not found.tested
    assert not found.fails
    assert "Nobody on list 'C' is on any other list" in found.rows[2].refused
    assert found.mean_log_relative_bias is None
    assert found.coverage is None
    assert "Too few lists" in found.verdict


def test_two_lists_are_too_few() -> None:
    with pytest.raises(BadInput, match="Three lists"):
        internal_consistency(CaptureHistories.from_mapping({("A",): 4, ("B",): 5, ("A", "B"): 2}))


def test_order_and_progress() -> None:
    heard: list[Any] = []
    ask = {"replicates": 100, "seed": 3}
    one = internal_consistency(table("UKdat_5"), progress=lambda *step: heard.append(step), **ask)
    other = internal_consistency(table("UKdat_5").permute(["U", "P", "L", "G", "N"]), **ask)
    assert {row.list: row.cells() for row in one.rows} == {row.list: row.cells() for row in other.rows}
    assert [step[:2] for step in heard] == [(done, 5) for done in range(1, 6)]


def test_without_intervals_nothing_is_covered() -> None:
    found = internal_consistency(table("Kosovo"), interval="none")
    assert found.coverage is None
    assert not found.fails


def test_shown(kosovo: Consistency) -> None:
    assert json.loads(json.dumps(kosovo.to_dict()))["rows"][0]["known"] == 1910
    assert kosovo.verdict in kosovo.summary()
    assert "1,910" in kosovo._repr_html_()
    assert HiddenList("<A>", 3, None, "no").cells() == ("<A>", "3", "refused", "", "", "no")
