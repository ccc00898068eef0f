import pytest

from pentameter.intelligence.intake.normalise.words import fold, is_known, shown


@pytest.mark.parametrize(
    ("one", "other"),
    [("Dún Laoghaire", "DUN LAOGHAIRE"), ("Avon & Somerset", "avon-and-somerset"), ("debt_bondage", "Debt bondage")],
)
def test_two_spellings_of_one_word(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize("text", ["", " ", "-", "?", "N/A", "n/k", "Not known", "UNKNOWN"])
def test_words_for_what_is_not_known(text: str) -> None:
    assert not is_known(text)


@pytest.mark.parametrize("text", ["0", "no", "Nilsson", "NA"])
def test_words_that_say_something(text: str) -> None:
    assert is_known(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("short", "short"), ("two\nlines", "two lines"), ("x" * 60, "x" * 39 + "…"), ("a\0b", "a\ufffdb")],
)
def test_what_was_written_is_shown_short_and_harmless(text: str, sentence: str) -> None:
    assert shown(text) == sentence
