"""What is typed to look for words, and the plain letters in which words are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.intelligence.phrasing import LONGEST, Term, as_word, phrasing, plain_words, shelved


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Мира said: 12%", ("mira", "said", "12")),
        ("O'Brien and Ó Briain's", ("obrien", "and", "o", "briain")),
        ("NK07 ABC", ("nk07", "abc")),
        ("李娜", ("li", "na")),
        ("\x00 \u200b--", ()),
        ("", ()),
    ],
)
def test_words_are_kept_in_plain_letters(text: str, words: tuple[str, ...]) -> None:
    assert plain_words(text) == words


@pytest.mark.parametrize(
    ("asked", "terms"),
    [
        ("wages Passport", (Term(("wages",)), Term(("passport",)))),
        ('"kept her passport" wages', (Term(("kept", "her", "passport")), Term(("wages",)))),
        ("“kept her” wages", (Term(("kept", "her")), Term(("wages",)))),
        (
            'wages -nurse -"coach station"',
            (Term(("wages",)), Term(("nurse",), wanted=False), Term(("coach", "station"), wanted=False)),
        ),
        ("pass*", (Term(("pass",), begins=True),)),
        ('"an unclosed one', (Term(("an", "unclosed", "one")),)),
        ("coach-station", (Term(("coach", "station")),)),
        ("wages AND -- ' OR 1=1", (Term(("wages",)), Term(("and",)), Term(("or",)), Term(("1", "1")))),
        ('words : x NEAR(a b) ^"', (Term(("words",)), Term(("x",)), Term(("near", "a")), Term(("b",)))),
    ],
)
def test_what_is_asked(asked: str, terms: tuple[Term, ...]) -> None:
    assert phrasing(asked).terms == terms
    assert not phrasing(asked).problem


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("", "Type a word, a name, or part of a number."),
        (" \t --- \"\" * '';", "Type a word, a name, or part of a number."),
        ("-wages", "Add a word to look for: a search cannot only leave words out."),
        ("w*", "Write at least two letters before the *."),
        ("a " * 17, "Look for at most 16 words at a time."),
        ("x" * 10_000, f"That is longer than {LONGEST} characters. Look for a few words of it."),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_sentence(asked: str, sentence: str) -> None:
    assert phrasing(asked).problem == sentence


@given(st.text(max_size=300))
def test_nothing_that_is_typed_is_an_error_and_nothing_but_plain_letters_is_left(asked: str) -> None:
    found = phrasing(asked)
    words = [word for term in found.terms for word in term.words]
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words)
    assert found.problem or found.wanted


def test_shelves_lie_apart_in_the_index() -> None:
    shelves = [as_word(name) for name in ("own/a-b", "own/ab", "named/a-b", "code/3x5x2/P/united_kingdom", "own/A-b")]
    assert len({*shelves}) == len(shelves)
    assert {len(shelf) for shelf in shelves} == {9}
    assert shelved(["her", "wages"], shelves[:2]) == (
        f"{shelves[0]}her {shelves[0]}wages {shelves[1]}her {shelves[1]}wages"
    )
    assert all(shelf.isalnum() and shelf.islower() for shelf in shelves)
