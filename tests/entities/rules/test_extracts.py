"""What is shown of a text: where the words stand, marked, and never more than a few lines."""

from hypothesis import given
from hypothesis import strategies as st

from pentameter.entities.rules.extracts import BEFORE, LENGTH, Piece, extract


def test_words_are_marked_in_any_script() -> None:
    assert extract("Мира's wages.", {"mira", "wages"}.__contains__) == (
        Piece("Мира's", marked=True),
        Piece(" "),
        Piece("wages", marked=True),
        Piece("."),
    )


def test_a_long_text_is_cut_around_the_first_of_them() -> None:
    pieces = extract("far " * 200 + "wages " + "away " * 200, {"wages"}.__contains__)
    text = "".join(piece.text for piece in pieces)
    assert text.startswith("… far")
    assert text.endswith("away …")
    assert [piece.text for piece in pieces if piece.marked] == ["wages"]


def test_where_none_of_them_stands_it_begins_at_the_beginning() -> None:
    assert extract("A short text.", {"DUR-1"}.__contains__) == (Piece("A short text."),)
    assert extract("", {"x"}.__contains__) == ()


@given(st.text(max_size=2_000), st.sampled_from(["a", "0", "mira"]))
def test_it_is_part_of_the_text_and_not_much_of_it(text: str, word: str) -> None:
    pieces = extract(text, word.__eq__)
    shown = "".join(piece.text for piece in pieces).removeprefix("… ").removesuffix(" …")
    assert shown in text
    assert len(shown) <= LENGTH + BEFORE
