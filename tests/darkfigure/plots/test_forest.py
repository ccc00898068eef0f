"""Rows of totals: each kind has a shape of its own, limits without end are arrows, refusals keep their words."""

import math
from pathlib import Path

import pytest
from drawn import saved

from darkfigure import Estimate, Interval
from darkfigure.plots.forest import MARKS, Around, Grid, Line, forest
from darkfigure.plots.look import styled

REFUSED = (
    "No two lists share a person: nothing says how many people no list has seen. Check the linkage for missed matches, "
    "or add a list that was drawn up without the others."
)
LINES = (
    Line("Finite", 1000.0, 800.0, 1500.0),
    Line("Endless", 1200.0, 700.0, math.inf, mark="doubted"),
    Line("Far off", 90_000.0, 600.0, 3_000_000.0),
    Line("Without limits", 1100.0, mark="baseline"),
    Line("A group of rows with a long heading", heading=True),
    Line("At least", 900.0, 850.0, 950.0, mark="bound"),
    Line("Local authorities and social services + Gangmasters $x_1$ & <Labour> Abuse Authority", refused=REFUSED),
)
drawing = styled(lambda: forest(LINES, Around("Title", ["A caption."], 500, band=(800.0, 1500.0))))


def test_every_row_says_its_words(tmp_path: Path) -> None:
    words = saved(drawing(), tmp_path)
    for text in ("1,000", "800 to 1,500", "700 to unlimited", "600 to 3,000,000", "500 seen", "A caption."):
        assert text in words, text
    whole = words.replace("\n", "").replace(" ", "")
    assert REFUSED.replace(" ", "") in whole
    assert LINES[-1].name.replace(" ", "") in whole


def test_limits_without_end_or_far_away_are_arrows() -> None:
    axes = drawing().axes[0]
    right = axes.get_xlim()[1]
    arrows = [line for line in axes.lines if line.get_marker() == ">" and line.get_xdata()[0] == right]
    assert len(arrows) == 2
    assert right < 500_000, "one row does not flatten all others"


def test_kinds_differ_in_shape_or_filling_and_not_in_colour_alone() -> None:
    looks = {(mark["marker"], mark["mfc"] == "white") for mark in MARKS.values()}
    assert len(looks) == len(MARKS)


def test_the_axis_holds_all_answers() -> None:
    low, high = drawing().axes[0].get_xlim()
    assert low < 500 < 90_000 < high


def test_all_refused(tmp_path: Path) -> None:
    lines = [Line.of("Stepwise", None, REFUSED), Line.of("Chao", None, REFUSED)]
    assert "Refused" not in saved(styled(lambda: forest(lines, Around("None", [], 96)))(), tmp_path)


def test_from_an_estimate() -> None:
    one = Estimate(10.0, 5.0, 5, "chao", "", interval=Interval("bca", 0.95, 7.0, 20.0))
    assert Line.of("Chao", one).words == ("10", "7 to 20")
    assert Line.of("Chao", None, "No.").words == ("", "")


@pytest.mark.parametrize("longest", [5, 400])
def test_room_grows_with_the_words(longest: int) -> None:
    grid = Grid.of([Line("x" * longest, 1e12, 1e12, 1e13)])
    assert grid.plot >= 3.0
    assert grid.width >= 7.99
    assert grid.heights[0] > (0.25 if longest == 5 else 1.0)
