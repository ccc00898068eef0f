"""Names in any script and order, and what sounds alike."""

import pytest

from pentameter.entities.rules.spelling import name_words, sound


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("TESTOVA, Mira", {"mira", "testova"}),
        ("Мира Тестова", {"mira", "testova"}),
        ("Ngọc-Anh Nguyễn", {"ngoc", "anh", "nguyen"}),
        ("M. O'Brien", {"obrien"}),
        ("王小明", {"wang", "xiao", "ming"}),
        ("12 Example Street", {"12", "example", "street"}),
        ("", set()),
        ("?", set()),
    ],
)
def test_words_of_a_name(text: str, words: set[str]) -> None:
    assert name_words(text) == words


@pytest.mark.parametrize(
    "alike",
    [
        ("mira", "myra", "myr"),
        ("yelena", "elena", "jelena", "helena"),
        ("testova", "testov", "testowa"),
        ("mohammed", "muhamad"),
        ("kateryna", "ekaterina"[1:], "katerina"),
        ("shevchenko", "schewtschenko"),
        ("petrova", "betrova"),
    ],
)
def test_what_transliterations_change_sounds_alike(alike: tuple[str, ...]) -> None:
    assert len({sound(word) for word in alike}) == 1


def test_other_names_sound_otherwise_and_what_is_too_short_does_not_sound() -> None:
    assert len({sound(word) for word in ("mira", "zora", "lena", "testova", "anna", "maren")}) == 6
    assert sound("a") == sound("io") == sound("12") == sound("nk07") == ""
