"""The UpSet plot shows every exact count, every list and its size."""

from pathlib import Path

import numpy as np
import pytest
from drawn import AWKWARD, awkward, saved, two_lists

from darkfigure import CaptureHistories, examples, plots
from darkfigure.plots import overlapping


def test_united_kingdom(tmp_path: Path) -> None:
    words = saved(plots.overlap(examples.load("UKdat")), tmp_path).splitlines()
    assert "2,744 people on 6 lists" in words
    assert "2 of 15 pairs of lists share nobody: LA and GP; LA and NCA." in words
    for text in (
        "907",
        "695",
        "463",
        "316",
        "1,102",
        "807",
        "567",
        "336",
        "102",
        "94",
        "PF",
        "GO",
        "NG",
        "GP",
        "NCA",
        "LA",
    ):
        assert text in words, text
    assert words.count("1") == 6  # histories of one person


def test_long_names_stand_whole(tmp_path: Path) -> None:
    words = saved(plots.overlap(awkward()), tmp_path, printed=True)
    for name in AWKWARD:
        assert name.replace(" ", "") in words.replace(" ", "").replace("\n", "")
    assert "(log scale)" in words


def test_two_lists_on_a_plain_scale(tmp_path: Path) -> None:
    words = saved(plots.overlap(two_lists()), tmp_path)
    assert "log scale" not in words
    assert "Every pair of lists shares somebody." in words


def test_bars_dots_and_margins_say_the_table() -> None:
    table = two_lists()
    bars, dots, margins = plots.overlap(table).axes
    assert [bar.get_height() for bar in bars.patches] == [120, 80, 9]
    assert [bar.get_width() for bar in margins.patches] == [129, 89]
    assert [len(line.get_xdata()) for line in dots.lines[1::2]] == [1, 1, 2]


def test_more_histories_than_fit_are_added_up(tmp_path: Path) -> None:
    counts = np.arange(1, 256)
    table = CaptureHistories.from_cells(counts, [f"List {place}" for place in range(8)])
    left = np.sort(counts)[: -overlapping.MOST]
    words = saved(plots.overlap(table), tmp_path).replace("\n", " ")
    assert f"{left.size} rarer histories with {left.sum():,} people are not drawn." in words


@pytest.mark.parametrize("name", ["Korea", "NewOrl_5", "Ned_5"])
def test_other_tables(tmp_path: Path, name: str) -> None:
    assert f"{examples.load(name).n:,} people" in saved(plots.overlap(examples.load(name)), tmp_path)
