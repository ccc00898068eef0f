"""The verdict as a table of cases, read by someone who knows no Python."""

from collections.abc import Sequence

import pytest

from darkfigure.cautions import Caution
from darkfigure.consistency import Consistency, HiddenList
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate, Interval
from darkfigure.judgement import MAY_BE_USED, NOT_TO_BE_USED, WITH_CAUTION, Conventions, judge
from darkfigure.rows import PanelRow
from darkfigure.trajectory import Trajectory

GRAVE = Caution("not converged", "It has not converged.", True)
MILD = Caution("several modes", "Two peaks.")
MINOR = Caution("other priors", "Another prior, another total.")


def row(method: str, total: float, low: float, high: float, *cautions: Caution, bound: bool = False) -> PanelRow:
    """A method's answer, of 1,000 people seen."""
    found = Estimate(total, total - 1000, 1000, method, "", Interval("bca", 0.95, low, high))
    return PanelRow(method, found, bound=bound, cautions=cautions)


def hidden(method: str, *, fails: bool = False) -> Consistency:
    """A test on two hidden lists."""
    found = Estimate(90.0, 10.0, 80, method, "")
    return Consistency(method, (HiddenList("A", 100, found), HiddenList("B", 100, found)), "Tested.", fails)


def grown(method: str, *, flat: bool = True) -> Trajectory:
    """A test by adding people."""
    return Trajectory(method, (500, 1000), ((1.0,) * 5,) * 2, (1.0, 1.0), 20, 1.0, flat, not flat, "Grown.", 0)


STEPWISE, GRAPHS = row("stepwise", 3000, 2500, 3600), row("decomposable", 3100, 2400, 4000)
GOOD = ([hidden("stepwise")], [grown("stepwise")])
CASES = [
    ("two kinds agree and are tested", [STEPWISE, GRAPHS], GOOD, MAY_BE_USED, ""),
    ("minor cautions change nothing", [STEPWISE, row("decomposable", 3100, 2400, 4000, MINOR)], GOOD, MAY_BE_USED, ""),
    ("nothing answered", [PanelRow("stepwise", None, "No.")], ([], []), NOT_TO_BE_USED, "No method gives"),
    ("nothing believed", [row("stepwise", 3000, 2500, 3600, GRAVE)], GOOD, NOT_TO_BE_USED, "No method gives"),
    ("bounds are no estimates", [row("chao", 3000, 2500, 3600, bound=True)], GOOD, NOT_TO_BE_USED, "No method gives"),
    (
        "less than half believed",
        [STEPWISE, row("bic", 3000, 2500, 3600, GRAVE), row("decomposable", 3000, 2500, 3600, GRAVE)],
        GOOD,
        NOT_TO_BE_USED,
        "Of 3 methods that answered only 1",
    ),
    ("too wide", [STEPWISE, row("decomposable", 3100, 1500, 8000)], GOOD, NOT_TO_BE_USED, "is 14 times the least"),
    ("untested", [STEPWISE, GRAPHS], ([], []), WITH_CAUTION, "No method could be tested"),
    ("not grown", [STEPWISE, GRAPHS], ([hidden("stepwise")], []), WITH_CAUTION, "still moves as people are added"),
    ("one kind of model", [STEPWISE, row("bic", 3000, 2500, 3600)], GOOD, WITH_CAUTION, "no second opinion"),
    (
        "methods disagree",
        [row("stepwise", 3000, 2900, 3600), row("decomposable", 5000, 2900, 6000)],
        GOOD,
        WITH_CAUTION,
        "The methods disagree: 3,000 by stepwise, 5,000 by decomposable",
    ),
    ("a mild caution", [STEPWISE, row("decomposable", 3100, 2400, 4000, MILD)], GOOD, WITH_CAUTION, "diagnoses"),
    (
        "a lower bound lies above",
        [STEPWISE, GRAPHS, row("chao", 3500, 3200, 3900, bound=True)],
        GOOD,
        WITH_CAUTION,
        "the lower bound allows, 3,200, lies above the 3,000 of stepwise",
    ),
    (
        "a method fails on hidden lists and is left out",
        [STEPWISE, GRAPHS],
        ([hidden("stepwise", fails=True)], [grown("stepwise")]),
        WITH_CAUTION,
        "A method failed its test",
    ),
    (
        "an estimate still rises and is left out",
        [STEPWISE, GRAPHS],
        ([hidden("stepwise")], [grown("stepwise", flat=False)]),
        WITH_CAUTION,
        "A method failed its test",
    ),
]


@pytest.mark.parametrize(("case", "rows", "tests", "verdict", "reason"), CASES, ids=[case[0] for case in CASES])
def test_verdicts(
    case: str,
    rows: Sequence[PanelRow],
    tests: tuple[list[Consistency], list[Trajectory]],
    verdict: str,
    reason: str,
) -> None:
    judged = judge(rows, 4, *tests)
    assert judged.verdict == verdict
    assert reason in " ".join(judged.reasons)
    assert bool(judged.reasons) is (verdict != MAY_BE_USED)


def test_the_range_is_over_what_is_believed() -> None:
    rows = [STEPWISE, GRAPHS, row("bic", 9000, 5000, 20000, GRAVE), row("chao", 2000, 1100, 2200, bound=True)]
    assert judge(rows, 4, *GOOD).reach == (2400, 4000)
    failed = judge(rows, 4, [hidden("decomposable", fails=True)], [])
    assert failed.reach == (2500, 3600)
    assert [one.method for one in failed.believed] == ["stepwise"]
    assert judge([], 4, [], []).reach is None


def test_two_lists_show_nothing() -> None:
    assert "With two lists" in " ".join(judge([STEPWISE, GRAPHS], 2, *GOOD).reasons)


def test_a_test_is_told_once() -> None:
    tests = ([hidden("stepwise", fails=True)], [grown("stepwise")])
    once = judge([STEPWISE, GRAPHS], 4, *tests).rows
    assert judge(once, 4, *tests).rows == once


def test_the_lines_can_be_drawn_elsewhere() -> None:
    rows = [STEPWISE, row("decomposable", 3100, 1500, 8000)]
    assert judge(rows, 3, *GOOD, Conventions(too_wide=20.0)).verdict == MAY_BE_USED
    assert judge([STEPWISE, GRAPHS], 3, *GOOD, Conventions(too_wide=1.1)).verdict == NOT_TO_BE_USED
    apart = [row("stepwise", 3000, 2900, 3600), row("decomposable", 5000, 2900, 6000)]
    assert judge(apart, 3, *GOOD, Conventions(agree=2.5)).verdict == MAY_BE_USED
    with pytest.raises(BadInput, match="agree is the ratio of two dark figures, above 1"):
        Conventions(agree=0.5)
