"""The estimate as people are added: flat where it should be, and not where models change."""

import json
from typing import Any

import numpy as np
import pytest
from published import table

from darkfigure import stepwise
from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories
from darkfigure.trajectory import PROBABILITIES, subsamples, trajectory


def test_subsamples_have_that_many_people_and_no_more_than_there_are() -> None:
    western = table("Western")
    drawn = subsamples(western, 100, 50, np.random.default_rng(1))
    assert (drawn.sum(axis=0) == 100).all()
    assert (drawn[1:] <= western.cells()[:, None]).all()
    assert (drawn[0] == 0).all()


def test_the_last_step_is_the_estimate() -> None:
    found = trajectory(table("Western"), steps=4, repeats=40)
    assert found.people == (86, 172, 259, 345)
    assert set(found.quantiles[-1]) == {found.median[-1]}
    assert found.median[-1] == pytest.approx(stepwise.estimate(table("Western"), interval="none").total)
    assert all(list(row) == sorted(row) for row in found.quantiles)
    assert len(found.quantiles[0]) == len(PROBABILITIES)


def test_independent_lists_are_flat() -> None:
    chances = np.array([0.2, 0.3, 0.25, 0.15])
    people = np.random.default_rng(4).random((20000, 4)) < chances
    seen = CaptureHistories.from_individuals(people[people.any(axis=1)].astype(int))
    found = trajectory(seen, method="loglinear", steps=4, repeats=40)
    assert found.flat
    assert found.median == pytest.approx([20000] * 4, rel=0.05)


@pytest.mark.parametrize(("name", "method", "flat"), [("UKdat_5", "stepwise", True), ("UKdat_5", "bic", False)])
def test_the_kingdoms_table_by_two_methods(name: str, method: str, flat: bool) -> None:
    found = trajectory(table(name), method=method, steps=4, repeats=60)
    assert found.flat is flat
    if not flat:
        assert found.rising
        assert found.change > 1.25
        assert "unreliable" in found.verdict


def test_too_few_overlaps_are_said() -> None:
    thin = CaptureHistories.from_mapping({("A",): 40, ("B",): 30, ("C",): 20, ("A", "B"): 1})
    found = trajectory(thin, steps=4, repeats=40)
    assert not found.flat
    assert found.finite[0] < 0.7
    assert "no finite estimate" in found.verdict
    assert found.to_dict()["quantiles"][0][-1] is None


def test_seed_order_and_progress() -> None:
    heard: list[Any] = []
    ask = {"steps": 4, "repeats": 30, "seed": 5}
    one = trajectory(table("UKdat_5"), progress=lambda *step: heard.append(step), **ask)
    other = trajectory(table("UKdat_5").permute(["U", "P", "L", "G", "N"]), **ask)
    assert one == other
    assert one != trajectory(table("UKdat_5"), **{**ask, "seed": 6})
    assert [step[:2] for step in heard] == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_shown() -> None:
    found = trajectory(table("Korea"), steps=2, repeats=20)
    assert json.loads(json.dumps(found.to_dict()))["people"] == [62, 123]
    assert found.verdict in found.summary()
    assert "123" in found._repr_html_()


def test_bad_settings() -> None:
    with pytest.raises(BadInput, match="2 steps"):
        trajectory(table("Korea"), steps=1)
    with pytest.raises(BadInput, match="no setting 'delta'"):
        trajectory(table("Korea"), delta=3)
