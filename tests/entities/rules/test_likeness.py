"""Spellings: the parts always make up the text again, whatever it is."""

from hypothesis import given
from hypothesis import strategies as st

from pentameter.entities.rules.likeness import apart, near_number, plain, words_alike

texts = st.text(max_size=40)


@given(texts, texts)
def test_the_parts_make_up_the_text(text: str, other: str) -> None:
    assert "".join(part for part, _ in apart(text, other)) == " ".join(text.split())


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(not differs or not plain(part) for part, differs in apart(text, text))


@given(texts, texts)
def test_it_says_the_same_from_both_sides(one: str, other: str) -> None:
    assert words_alike(one, other) == words_alike(other, one)
    assert near_number(one, other) == near_number(other, one)


def test_a_word_that_is_nothing_like_any_is_marked_whole() -> None:
    assert apart("Mira Kowalczyk", "Mira Osei") == (("Mira ", False), ("Kowalczyk", True))
