"""A receipt code is hard to guess, forgives how it is typed, and shows a slip."""

from hypothesis import given
from hypothesis import strategies as st

from pentameter.bulletins.tips.rules import codes
from pentameter.kernel import letters_to_one

KEYS = st.text("abcdefghijklmnopqrstuvwxyz0123456789_-", min_size=43, max_size=43)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(KEYS)
def test_it_is_read_however_it_is_typed(key: str) -> None:
    code = codes.code_of(key)
    assert [len(one) for one in code.split("-")] == [5] * 5
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert codes.read(code) == codes.read(typed) == codes.read(f"  {code} ") == code


@given(KEYS, st.integers(0, 24), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_seen(key: str, at: int, letter: str) -> None:
    plain = codes.code_of(key).replace("-", "")
    typed = plain[:at] + letter + plain[at + 1 :]
    assert (codes.read(typed) is not None) == (typed == plain)


def test_what_is_no_code_is_not_read() -> None:
    for text in ("", "AAAAA", "U" * 25, "7K2M-9QXD", "x" * 500, "\N{SNOWMAN}" * 25):
        assert codes.read(text) is None


def test_the_same_form_gives_the_same_code_and_another_another() -> None:
    made = {codes.code_of(f"{number:043d}") for number in range(200)}
    assert len(made) == 200
    assert codes.code_of("a" * 43) == codes.code_of("a" * 43)


def test_neither_what_is_stored_nor_what_is_public_is_the_code_or_its_key() -> None:
    code = codes.code_of("a" * 43)
    lookup, private, public = codes.lookup_of(code), codes.private_key_of(code), codes.reply_key_of(code)
    assert letters_to_one.public_of(private).hex() == public
    assert len({lookup, private.hex(), public}) == 3
    assert len(lookup) == len(public) == 64


def test_a_row_is_known_by_what_it_holds_and_whose_form_it_was() -> None:
    one = codes.id_for("a" * 43, "tip", b"words")
    assert one == codes.id_for("a" * 43, "tip", b"words")
    assert len({one, codes.id_for("b" * 43, "tip", b"words"), codes.id_for("a" * 43, "tip", b"other")}) == 3
