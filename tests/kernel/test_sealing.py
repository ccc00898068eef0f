"""What is sealed opens with its key in its place, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.kernel.sealing import SealBroken, blind_index, derive, new_key, seal, unseal

KEY = bytes(range(32))


@given(st.binary(max_size=200), st.text(max_size=30))
def test_it_opens_in_its_place(plain: bytes, place: str) -> None:
    assert unseal(KEY, seal(KEY, plain, bound_to=place), bound_to=place) == plain


@given(st.binary(min_size=4, max_size=200))
def test_it_does_not_show(plain: bytes) -> None:
    assert plain not in seal(KEY, plain, bound_to="mention 1")


def test_it_looks_different_each_time() -> None:
    assert seal(KEY, b"name", bound_to="mention 1") != seal(KEY, b"name", bound_to="mention 1")


def test_moved_to_another_row_it_does_not_open() -> None:
    sealed = seal(KEY, b"name", bound_to="mention 1")
    with pytest.raises(SealBroken, match="The secret of mention 2 does not open"):
        unseal(KEY, sealed, bound_to="mention 2")


def test_with_another_key_it_does_not_open() -> None:
    with pytest.raises(SealBroken):
        unseal(new_key(), seal(KEY, b"name", bound_to="mention 1"), bound_to="mention 1")


def test_with_any_one_bit_changed_it_does_not_open() -> None:
    sealed = seal(KEY, b"a name", bound_to="mention 1")
    for bit in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[bit // 8] ^= 1 << (bit % 8)
        with pytest.raises(SealBroken):
            unseal(KEY, bytes(changed), bound_to="mention 1")


@pytest.mark.parametrize("length", range(28))
def test_cut_short_it_does_not_open(length: int) -> None:
    with pytest.raises(SealBroken):
        unseal(KEY, seal(KEY, b"", bound_to="mention 1")[:length], bound_to="mention 1")


def test_the_words_of_the_error_hold_no_secret() -> None:
    with pytest.raises(SealBroken) as broken:
        unseal(new_key(), seal(KEY, b"a name", bound_to="mention 1"), bound_to="mention 1")
    assert "a name" not in str(broken.value)


def test_each_purpose_has_its_own_key() -> None:
    derived = {derive(KEY, purpose) for purpose in ("identity", "whereabouts", "support")}
    assert len(derived) == 3
    assert KEY not in derived
    assert derive(KEY, "identity") == derive(KEY, "identity")
    assert {len(key) for key in derived} == {32}


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_blind_index_finds_equals_and_shows_nothing(one: str, other: str) -> None:
    assert (blind_index(KEY, one) == blind_index(KEY, other)) is (one == other)
    assert blind_index(KEY, one) != blind_index(new_key(), one)
    assert len(blind_index(KEY, one)) == 32
