"""Words that are somebody's own, and those that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.decisions.rules.wording import HINTS, STOCK, WEIGHT_HINT, own_words, plain, reasons, said_twice

OWN = (
    "She describes the locked house and the debt in the same way three times, and the landlord's letters bear it out; "
    "I believe her and it weighs heavily against sending her back."
)


def test_words_of_ones_own_may_stand() -> None:
    assert own_words(OWN, what="the weight").allowed


@pytest.mark.parametrize(
    ("words", "because"),
    [
        ("", "in words"),
        ("   \n ", "in words"),
        ("12 345 --- !!", "in words"),
        (WEIGHT_HINT, "template"),
        (WEIGHT_HINT.upper() + "!!!", "template"),
        (STOCK[0], "template"),
        ("The account was read, and given due weight...", "template"),
        ("Considered.", "too short"),
        ("yes " * 40, "too short"),
        ("I read her account and gave it weight.", "too short"),
        (f"{WEIGHT_HINT} Agreed, it does.", "too short"),
        (f"{STOCK[0]}. {STOCK[2]}. Nothing else.", "too short"),
        ("She was not believed at all here. She was not believed at all here.", "twice"),
        (f"{OWN} {OWN}", "twice"),
    ],
)
def test_others_may_not(words: str, because: str) -> None:
    verdict = own_words(words, what="the weight of her account")
    assert not verdict.allowed
    assert because in verdict.reason


def test_what_was_written_for_another_person_may_not() -> None:
    assert "earlier decision" in own_words(OWN, what="the weight", used_before=True).reason


@pytest.mark.parametrize("hint", [*HINTS, *STOCK])
def test_no_template_passes_however_it_is_written(hint: str) -> None:
    for said in (hint, hint.title(), hint.replace(" ", "\n"), f"  {hint} 2007. ", hint.replace("e", "é")):
        assert not own_words(said, what="the weight").allowed


def test_numbers_and_dates_make_nothing_new() -> None:
    assert plain("Seen on 3 March 2026, case 17.") == plain("seen on  12 march 2027; CASE 4")


def test_short_sentences_may_come_again() -> None:
    assert not said_twice("Yes. She said so in full. Yes.")


def test_reasons_are_needed_and_are_not_the_hint() -> None:
    assert "cannot know why" in reasons(" ").reason
    assert not reasons("Refused.").allowed
    assert reasons(OWN).allowed


@given(st.text(max_size=200))
def test_it_never_fails_and_what_is_said_twice_never_passes(words: str) -> None:
    own_words(words, what="the weight")
    assert not own_words(f"{words}. {words}", what="the weight").allowed or not said_twice(f"{words}. {words}")
