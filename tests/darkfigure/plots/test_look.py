"""Words measured and broken; nobody's own settings are touched."""

import sys

import matplotlib as mpl
import pytest
from drawn import two_lists

from darkfigure import plots
from darkfigure.plots import look


@pytest.mark.parametrize(
    "words", ["Local authorities and social services", "International_Organisation_for_Migration", "W" * 90]
)
@pytest.mark.parametrize("inches", [0.8, 2.0])
def test_lines_keep_to_the_width_and_lose_nothing(words: str, inches: float) -> None:
    lines = look.wrapped(words, inches)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(look.width_of(line) <= inches for line in lines)


def test_words_break_at_their_joints() -> None:
    assert look.wrapped("International_Organisation_for_Migration", 2.0) == [
        "International_Organisation",
        "_for_Migration",
    ]


def test_a_line_as_measured_is_as_drawn() -> None:
    figure = look.page(1.0)
    drawn = look.write(figure, 0.0, 0.5, "Gangmasters $x_1$ Authority", fontsize=10.0)
    width = drawn.get_window_extent().width / figure.dpi
    assert width <= look.width_of("Gangmasters $x_1$ Authority") <= 1.1 * width


def test_drawing_leaves_the_readers_settings_alone() -> None:
    with mpl.rc_context({"font.size": 23.0, "axes.facecolor": "red", "text.usetex": True}):
        figure = plots.overlap(two_lists())
        assert mpl.rcParams["font.size"] == 23.0
    assert {text.get_fontsize() for text in figure.texts} <= {look.SIZE, look.SMALL, look.LARGE}


def test_nothing_opens_a_window() -> None:
    """pyplot keeps every figure alive and chooses a screen: no module of ours imports it."""
    known = {name: module for name, module in sys.modules.items() if name.startswith("darkfigure.plots")}
    assert all("pyplot" not in vars(module) and "plt" not in vars(module) for module in known.values())
