"""A method is asked, its refusal is kept; a name that nothing has is an error."""

import pytest
from published import table

from darkfigure.attempt import applicable, attempt, drawn
from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories


def test_an_answer_and_a_refusal() -> None:
    estimate, refused = attempt(table("Korea"), "stepwise", interval="none")
    assert estimate is not None
    assert round(estimate.total) == 269
    assert refused == ""
    apart = CaptureHistories.from_mapping({("A",): 4, ("B",): 5, ("C",): 6})
    estimate, refused = attempt(apart, "bic")
    assert estimate is None
    assert "No two lists share a person" in refused


def test_tables_that_a_method_does_not_take() -> None:
    assert attempt(table("Korea"), "chapman") == (None, "The method chapman takes 2 lists, not 3.")
    assert "repeat counts, not lists" in attempt(table("Korea"), "repeat_counts")[1]


def test_names_that_nothing_has() -> None:
    with pytest.raises(BadInput, match="no method 'magic'"):
        attempt(table("Korea"), "magic")
    with pytest.raises(BadInput, match="no setting 'delta'"):
        attempt(table("Korea"), "stepwise", delta=1)


def test_limits_as_each_method_takes_them() -> None:
    asked = drawn(0.9, 0, 7)
    assert applicable("stepwise", **asked) == {"level": 0.9, "seed": 7, "interval": "none"}
    assert "interval" not in applicable("decomposable", **asked)
    for level, replicates, seed in [(2.0, 100, 0), (0.95, 3, 0), (0.95, 100, -1)]:
        with pytest.raises(BadInput):
            drawn(level, replicates, seed)
