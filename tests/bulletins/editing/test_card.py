"""The share card is a picture of the right size, for any title."""

import io

import pytest
from PIL import Image

from pentameter.bulletins.editing.card import SIZE, card


@pytest.mark.parametrize(
    "title", ["Short", "Llŷn ac Ŵ", "A very long title " * 9, "Unbreakable" * 14, "工場"], ids=["s", "w", "l", "u", "c"]
)
def test_it_is_drawn(title: str) -> None:
    with Image.open(io.BytesIO(card(title[:160], "Bulletin of 3 October 2007"))) as picture:
        assert (picture.format, picture.size) == ("PNG", SIZE)
        colours = picture.convert("RGB").getcolors(100_000)
    assert colours
    assert len(colours) > 2


def test_another_title_is_another_card() -> None:
    assert card("One", "x") != card("Another", "x") == card("Another", "x")
