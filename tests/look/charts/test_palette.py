"""Colours: every text can be read on what it stands on, and categories differ for colour-blind readers."""

import pytest

from pentameter.look.charts.palette import CATEGORIES, INK, PAPER, QUIET, SEQUENCE, TEXT, on


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """As in WCAG 2.2."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colour", [INK, TEXT, QUIET, *CATEGORIES])
def test_text_colours_can_be_read_on_white(colour: str) -> None:
    assert contrast(colour, PAPER) >= 4.5


@pytest.mark.parametrize("fill", SEQUENCE)
def test_numbers_can_be_read_on_their_tile(fill: str) -> None:
    assert contrast(on(fill), fill) >= 4.5


def test_the_sequence_darkens() -> None:
    light = [_luminance(colour) for colour in SEQUENCE]
    assert light == sorted(light, reverse=True)
