"""All methods side by side: nothing vanishes, the seed decides, and the order of lists does not."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from published import table

from darkfigure import methods
from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories
from darkfigure.latent_class import Run
from darkfigure.panel import Panel, panel

QUICK: Mapping[str, Mapping[str, Any]] = {
    "chao": {"kind": "unequal rates"},
    "independence": {},
    "stepwise": {},
    "bic": {"top": 5},
    "decomposable": {},
    "latent_class": {"run": Run(chains=4, burn_in=100, sweeps=100)},
}


@pytest.fixture(scope="module")
def kingdom() -> Panel:
    return panel(table("UKdat_5"), methods=QUICK, replicates=100)


def test_every_row_is_its_method(kingdom: Panel) -> None:
    for row in kingdom.rows:
        name = "loglinear" if row.method == "independence" else row.method
        asked = {"level": 0.95, "replicates": 100, "seed": 0}
        settings = {key: value for key, value in asked.items() if key in methods.METHODS[name].settings}
        assert row.estimate == methods.estimate(table("UKdat_5"), name, **settings, **QUICK[row.method])


def test_bounds_and_baselines_are_no_estimates(kingdom: Panel) -> None:
    rows = {row.method: row for row in kingdom.rows}
    assert rows["chao"].bound
    assert rows["independence"].baseline
    assert not {"chao", "independence"} & {row.method for row in kingdom.believed}
    assert rows["independence"].estimate is not None
    assert rows["independence"].estimate.total == pytest.approx(13444.131209)


def test_all_methods_that_the_table_can_carry() -> None:
    """A method that is entered among the methods joins by itself."""
    apart = CaptureHistories.from_mapping({("A",): 4, ("B",): 5, ("C",): 6})
    found = panel(apart)
    made_for_others = {"lincoln_petersen", "chapman", "repeat_counts", "loglinear"}
    assert {row.method for row in found.rows} == {*methods.METHODS, "independence"} - made_for_others
    assert all("No two lists share a person" in row.refused for row in found.rows)
    two = panel(CaptureHistories.from_mapping({("A",): 20, ("B",): 30, ("A", "B"): 10}), replicates=100)
    answered = {row.method for row in two.rows if row.estimate}
    assert {"lincoln_petersen", "chapman", "stepwise"} <= answered
    assert "latent_class" in {row.method for row in two.rows if row.refused}


def test_refused_rows_keep_their_sentence() -> None:
    found = panel(table("Korea"), methods=["stepwise", "chapman"], replicates=100)
    assert [(row.method, row.refused) for row in found.rows] == [
        ("stepwise", ""),
        ("chapman", "The method chapman takes 2 lists, not 3."),
    ]
    assert "chapman gives no number" in found.summary()


def test_tests_count_against_their_methods() -> None:
    found = panel(table("Kosovo"), methods=["stepwise", "decomposable"])
    assert [row.method for row in found.believed] == ["decomposable"]
    assert [one.method for one in found.consistency] == ["stepwise", "decomposable"]
    assert found.trajectory[0].flat
    unchecked = panel(table("Kosovo"), methods=["stepwise", "decomposable"], checks=False)
    assert len(unchecked.believed) == 2
    assert unchecked.consistency == ()


def test_the_same_seed_gives_the_same_bits() -> None:
    asked = {name: QUICK[name] for name in ("stepwise", "bic", "latent_class")}
    one, same = (panel(table("Korea"), methods=asked, replicates=50, seed=1) for _ in range(2))
    assert same.to_dict() == one.to_dict()
    other = panel(table("Korea"), methods=asked, replicates=50, seed=2, checks=False)
    assert all(row.cells() != there.cells() for row, there in zip(one.rows, other.rows, strict=True))


def test_order_changes_nothing(kingdom: Panel) -> None:
    other = panel(table("UKdat_5").permute(["U", "P", "L", "G", "N"]), methods=QUICK, replicates=100)
    assert [row.cells() for row in other.rows] == [row.cells() for row in kingdom.rows]
    assert other.statement.verdict == kingdom.statement.verdict
    assert (other.statement.low, other.statement.high) == (kingdom.statement.low, kingdom.statement.high)


def test_progress_reaches_its_end() -> None:
    heard: list[tuple[int, int, str]] = []
    panel(
        table("Korea"),
        methods=["stepwise", "decomposable"],
        replicates=100,
        progress=lambda *step: heard.append(step),
    )
    assert [step[0] for step in heard] == [1, 2, 3, 4, 5]
    assert {step[1] for step in heard} == {5}
    assert heard[0][2] == "stepwise"


def test_shown(kingdom: Panel) -> None:
    shown = json.loads(json.dumps(kingdom.to_dict()))
    assert [row["method"] for row in shown["rows"]] == list(QUICK)
    assert shown["statement"]["verdict"] == kingdom.statement.verdict
    assert "11,313" in kingdom.summary()
    assert "a lower bound" in kingdom._repr_html_()


def test_bad_settings() -> None:
    with pytest.raises(BadInput, match="no method 'magic'"):
        panel(table("Korea"), methods=["magic"])
    with pytest.raises(BadInput, match="level"):
        panel(table("Korea"), level=95)
    with pytest.raises(BadInput, match="replicates"):
        panel(table("Korea"), replicates=3)


def test_methods_that_do_not_take_the_table_are_not_tested() -> None:
    """Eight lists are too many for the graphs; with one hidden they would be seven, and take minutes."""
    pairs = {tuple(int(place in (one, 7)) for place in range(8)): 3 for one in range(7)}
    alone = {tuple(int(place == one) for place in range(8)): 20 for one in range(8)}
    heard: list[str] = []
    panel(
        CaptureHistories.from_counts(alone | pairs),
        methods=["decomposable"],
        progress=lambda done, of, what: heard.append(what),
    )
    assert heard == ["decomposable"]
