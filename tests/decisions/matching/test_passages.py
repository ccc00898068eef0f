"""A passage names somebody by two words of a name near each other, by a whole name, by a surname alone; not by less."""

import pytest

from pentameter.decisions.matching import Passages, Solid, Subject

WORDS = frozenset({"grace", "hope", "house"})
PEOPLE = (
    Subject("1", given="Zorana", surname="Testova"),
    Subject("2", name="Nguyen Thi Hoa"),
    Subject("3", given="An", surname="Ho"),
    Subject("4", given="Grace", surname="Hope"),
    Subject("5", name="Quillfeather"),
)
PASSAGES = Passages(PEOPLE, ordinary=WORDS)


def named(text: str) -> bool:
    """Whether somebody is named, each word as it stands."""
    return PASSAGES.named_in([{word} for word in text.split()])


@pytest.mark.parametrize(
    ("text", "says_who"),
    [
        ("we saw Zorana Testova there", True),
        ("we saw Testova and with her Zorana", True),
        ("Зорана Тестова", True),
        ("Zoranna Testowa", True),
        ("the woman Testova", True),
        ("a woman called Zorana", False),
        ("Nguyen Hoa", True),
        ("Hoa of the family Nguyen", True),
        ("Nguyen was here", False),
        ("An Ho", True),
        ("ho an", True),
        ("an apple", False),
        ("Grace Hope", True),
        ("full of grace", False),
        ("there is hope in the house", False),
        ("old Quillfeather knows", True),
        ("Zorana and one two three four five six seven eight and Hoa", False),
        ("", False),
    ],
)
def test_words(text: str, says_who: bool) -> None:
    assert named(text) is says_who


@pytest.mark.parametrize(
    ("text", "whole", "says_who"),
    [
        ("wesawzoranatestovathere", True, True),
        ("wesawtestovazoranathere", True, True),
        ("misstestova", False, True),
        ("misstestova", True, False),
        ("hoan", False, True),
        ("hoanother", True, False),
        ("nguyenthihoa", False, True),
        ("gracehope", False, True),
        ("thehouse", True, False),
    ],
)
def test_letters_without_spaces(text: str, whole: bool, says_who: bool) -> None:
    assert PASSAGES.named_solid(Solid(text, whole)) is says_who


def test_whoever_else_is_protected_takes_nobody_away() -> None:
    alone = Passages(PEOPLE[:1])
    for text in ("Zorana Testova", "Testova", "Zorana"):
        reading = [{word} for word in text.split()]
        assert not alone.named_in(reading) or PASSAGES.named_in(reading)


def test_where_nobody_is_protected_nobody_is_named() -> None:
    assert not Passages([]).named_in([{"Zorana"}, {"Testova"}])
