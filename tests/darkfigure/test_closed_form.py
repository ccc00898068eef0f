"""Answers by formula: each kind of interval, and none that does not exist."""

import numpy as np
import pytest
from published import table

from darkfigure import answer, closed_form
from darkfigure.chao import bound
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate, Interval
from darkfigure.intervals import Ranged
from darkfigure.outcomes import Outcomes


def plain(tables: np.ndarray) -> Outcomes:
    return bound(tables, corrected=False)


def asked(kind: str) -> Estimate:
    return closed_form.estimate(
        table("Western"),
        answer.Chosen("bound", plain, {"kind": "plain"}, selects=False),
        (kind, 0.9, 80, 4),
        100.0,
        lambda: Ranged(Interval("lognormal", 0.9, 400.0, 500.0), {"standard_error": 3.0}),
        diagnostics={"seen": 1},
    )


def test_each_kind() -> None:
    assert asked("none").interval is None
    formula = asked("lognormal")
    assert (formula.interval, formula.seed) == (Interval("lognormal", 0.9, 400.0, 500.0), None)
    assert formula.diagnostics == {"seen": 1, "standard_error": 3.0}
    assert formula.settings == {"kind": "plain", "interval": "lognormal", "level": 0.9}
    drawn = asked("percentile")
    assert (drawn.interval.kind, drawn.seed, drawn.settings["replicates"]) == ("percentile", 4, 80)
    assert drawn.total == 445.0


def test_others_do_not_exist() -> None:
    with pytest.raises(BadInput, match="no interval 'wald' here: lognormal, percentile, bca, none"):
        asked("wald")
