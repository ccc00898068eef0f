"""The path of the estimate: bands, verdict, and bands that leave the drawing where there is no finite estimate."""

import math
from pathlib import Path

import pytest
from drawn import saved

from darkfigure import plots
from darkfigure.trajectory import Trajectory


def _path(first_high: float = 9000.0, scale: float = 1.0) -> Trajectory:
    quantiles = (
        (2000.0, 2500.0, 3000.0, 3500.0, first_high),
        (4000.0, 5000.0, 6000.0, 7000.0, 12000.0),
        (9000.0, 10000.0, 11000.0, 12000.0, 14000.0),
    )
    finite = (1.0 if math.isfinite(first_high) else 0.9, 1.0, 1.0)
    rows = tuple(tuple(value * scale for value in row) for row in quantiles)
    people = tuple(int(many * scale) for many in (600, 1500, 2744))
    return Trajectory("stepwise", people, rows, finite, 60, 1.3, False, True, "It rises: unreliable.", 0)


def test_an_ordinary_path(tmp_path: Path) -> None:
    words = saved(plots.trajectory(_path()), tmp_path, printed=True)
    for text in (
        "It rises: unreliable.",
        "People in all (log scale)",
        "median of 60 subsamples",
        "2,744 seen",
        "10,000",
    ):
        assert text in words.replace("\n", " "), text
    assert "no finite estimate" not in words


def test_subsamples_without_an_estimate(tmp_path: Path) -> None:
    words = saved(plots.trajectory(_path(math.inf)), tmp_path)
    assert "some subsamples had no finite estimate" in words.replace("\n", " ")


@pytest.mark.parametrize("first_high", [9000.0, 1e9, math.inf])
def test_the_median_is_drawn_as_it_is(first_high: float) -> None:
    axes = plots.trajectory(_path(first_high)).axes[0]
    assert list(axes.lines[0].get_ydata()) == [3000.0, 6000.0, 11000.0]
    assert axes.get_ylim()[1] < 400_000


def test_nothing_identified_at_all(tmp_path: Path) -> None:
    rows = ((math.nan,) * 5, (math.inf,) * 5)
    run = Trajectory("stepwise", (50, 100), rows, (0.0, 0.0), 60, math.nan, False, True, "No estimate at any size.", 0)
    assert "No estimate at any size." in saved(plots.trajectory(run), tmp_path)


def test_a_million_people(tmp_path: Path) -> None:
    assert "10,000,000" in saved(plots.trajectory(_path(scale=1000.0)), tmp_path)
