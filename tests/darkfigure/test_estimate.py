"""The one answer: plain text, JSON and back, notebook."""

import json
import math

import numpy as np
import pytest

from darkfigure.errors import BadInput, Refusal
from darkfigure.estimate import Estimate, Interval

ANSWER = Estimate(
    total=11312.99,
    dark_figure=8568.99,
    observed=2744,
    method="stepwise",
    input_digest="ab" * 32,
    interval=Interval("bca", 0.95, 9307.0, 15141.0),
    model="LA:NG, NG:GP",
    models=(("LA:NG", np.float64(0.75)), ("independence", 0.25)),
    diagnostics={"z0": np.float64(-0.43), "pairs": (("LA", "NG"),), "lost": np.int64(3), "limit": math.inf},
    warnings=("Two modes.",),
    settings={"threshold": 0.02},
    seed=7,
)


def test_json_and_back() -> None:
    assert Estimate.from_dict(json.loads(json.dumps(ANSWER.to_dict()))) == ANSWER


def test_what_is_infinite_comes_back_infinite() -> None:
    endless = Estimate(math.inf, math.inf, 96, "x", "", Interval("profile", 0.95, 100.0, math.inf), status="infinite")
    assert Estimate.from_dict(json.loads(json.dumps(endless.to_dict(), allow_nan=False))) == endless
    assert "100 to unlimited" in endless.summary()


def test_the_summary_reads_aloud() -> None:
    assert ANSWER.summary().splitlines() == [
        "stepwise: 11,313 people in all, 2,744 seen, 8,569 never seen.",
        "95% interval (bca): 9,307 to 15,141.",
        "Model: LA:NG, NG:GP.",
        "Caution: Two modes.",
    ]


def test_the_notebook_escapes_names() -> None:
    odd = Estimate(2.0, 1.0, 1, "x", "", model="<b>")
    assert "&lt;b&gt;" in odd._repr_html_()


def test_no_status_is_made_up() -> None:
    with pytest.raises(ValueError, match="is no status"):
        Estimate(2.0, 1.0, 1, "x", "", status="fine")


def test_errors_speak() -> None:
    refusal = Refusal("Nobody is on two lists.", "Merge lists.", status="infinite")
    assert (str(refusal), refusal.status) == ("Nobody is on two lists. Merge lists.", "infinite")
    assert issubclass(BadInput, ValueError)
