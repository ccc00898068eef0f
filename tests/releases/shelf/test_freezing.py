"""What is released is text that never changes."""

import pytest

from pentameter.releases.shelf.freezing import Altered, digest, freeze, thaw
from releases.scene import content, table, withheld


def test_frozen_and_thawed_it_is_the_same() -> None:
    made = content(withheld(table()), table(key="second"))
    assert thaw(freeze(made), digest(freeze(made))) == made


def test_the_same_content_is_the_same_text() -> None:
    assert freeze(content()) == freeze(content())


def test_changed_by_a_letter_it_is_not_read() -> None:
    text = freeze(content())
    with pytest.raises(Altered):
        thaw(text.replace("north", "South"), digest(text))


def test_a_later_format_is_not_read() -> None:
    text = freeze(content(format=2))
    with pytest.raises(Altered, match="format 2"):
        thaw(text, digest(text))
