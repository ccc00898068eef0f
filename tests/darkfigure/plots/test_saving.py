"""The same figure gives the same file; the ending of its name says which kind."""

from pathlib import Path

import pytest
from drawn import two_lists

from darkfigure import BadInput, plots


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_same_figure_same_bytes(tmp_path: Path, ending: str) -> None:
    first = plots.save(plots.overlap(two_lists()), tmp_path / f"first.{ending}")
    second = plots.save(plots.overlap(two_lists()), tmp_path / f"second.{ending.upper()}")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_no_file_says_when_or_with_what_it_was_made(tmp_path: Path, ending: str) -> None:
    text = plots.save(plots.overlap(two_lists()), tmp_path / f"figure.{ending}").read_bytes()
    for word in (b"CreationDate", b"dc:date", b"dc:creator", b"Software", b"Producer"):
        assert word not in text, word


def test_another_ending_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"figure\.gif: a figure is saved as png, svg or pdf"):
        plots.save(plots.overlap(two_lists()), tmp_path / "figure.gif")
