"""Only the one to whom a letter is closed opens it, only for its row, and its length says little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.kernel import letters_to_one
from pentameter.kernel.sealing import SealBroken

MINE, OTHERS = letters_to_one.new_private_key(), letters_to_one.new_private_key()
PUBLIC = letters_to_one.public_of(MINE)


@given(st.binary(max_size=40_000))
def test_what_was_closed_opens_as_it_was(plain: bytes) -> None:
    letter = letters_to_one.close(PUBLIC, plain, bound_to="tip:1")
    assert letters_to_one.opened(MINE, letter, bound_to="tip:1") == plain


def test_nobody_else_and_no_other_row_opens_it() -> None:
    letter = letters_to_one.close(PUBLIC, b"the green door", bound_to="tip:1")
    for private, row in ((OTHERS, "tip:1"), (MINE, "tip:2")):
        with pytest.raises(SealBroken):
            letters_to_one.opened(private, letter, bound_to=row)


@pytest.mark.parametrize("at", [0, 1, 20, 40, 100, -1])
def test_a_changed_letter_does_not_open(at: int) -> None:
    letter = bytearray(letters_to_one.close(PUBLIC, b"the green door", bound_to="tip:1"))
    letter[at] ^= 1
    with pytest.raises(SealBroken):
        letters_to_one.opened(MINE, bytes(letter), bound_to="tip:1")


@pytest.mark.parametrize("letter", [b"", b"\x01", b"\x01" + bytes(32), b"\x01" + bytes(80), b"\x02" * 100])
def test_what_is_no_letter_does_not_open(letter: bytes) -> None:
    with pytest.raises(SealBroken):
        letters_to_one.opened(MINE, letter, bound_to="tip:1")


def test_short_and_long_letters_have_one_length_and_no_two_are_alike() -> None:
    letters = [letters_to_one.close(PUBLIC, plain, bound_to="x") for plain in (b"", b"a", b"a", b"a" * 16_000)]
    assert len({len(one) for one in letters}) == 1
    assert len(set(letters)) == 4
    assert len(letters_to_one.close(PUBLIC, b"a" * 17_000, bound_to="x")) > len(letters[0])
