import pytest

from pentameter.victims.rules.htcds.languages import kept, three


@pytest.mark.parametrize("said", ["sq", "sqi", "alb", "Albanian", "ALBANIAN", "SQ"])
def test_both_codes_of_a_language_and_its_name_are_one(said: str) -> None:
    assert (three(said), kept(said)) == ("sqi", "sq")


def test_a_language_without_two_letters_is_written_out() -> None:
    assert (three("Edo"), kept("bin")) == ("bin", "Edo")


def test_what_is_not_known_is_kept_and_has_no_code() -> None:
    assert (three("a dialect of the hills"), kept("a dialect of the hills")) == ("", "a dialect of the hills")
