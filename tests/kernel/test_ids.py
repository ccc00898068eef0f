"""Identifiers are in order of time, the same when made again, and short enough to say aloud."""

import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pentameter.kernel.ids import beside, derived_id, in_order, new_id, reference

KEY = b"k" * 32
instants = st.integers(946_684_800_000_000, 4_102_444_800_000_000)
moments = instants.map(lambda micro: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micro))
parts = st.lists(st.text(max_size=12), min_size=1, max_size=4)


def test_a_fresh_id_is_of_version_7() -> None:
    made = new_id()
    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_fresh_ids_differ() -> None:
    assert len({new_id() for _ in range(2_000)}) == 2_000


@given(moments, parts)
def test_a_derived_id_is_of_version_7_and_the_same_when_made_again(at: datetime, of: list[str]) -> None:
    made = derived_id(KEY, at, *of)
    assert made == derived_id(KEY, at, *of)
    assert (made.version, made.variant) == (7, uuid.RFC_4122)


@given(moments, st.integers(1, 10**9), parts, parts)
def test_later_ids_come_later(at: datetime, milliseconds: int, of: list[str], other: list[str]) -> None:
    later = at + timedelta(milliseconds=milliseconds)
    assert derived_id(KEY, at, *of) < derived_id(KEY, later, *other)


@given(moments, parts, parts)
def test_other_parts_or_another_key_make_another_id(at: datetime, of: list[str], other: list[str]) -> None:
    assert (derived_id(KEY, at, *of) == derived_id(KEY, at, *other)) is (of == other)
    assert derived_id(KEY, at, *of) != derived_id(b"other" * 8, at, *of)


def test_parts_are_told_apart() -> None:
    at = datetime(2007, 10, 5, tzinfo=UTC)
    assert derived_id(KEY, at, "a\x1fb") != derived_id(KEY, at, "a", "b")
    assert derived_id(KEY, at, "ab", "c") != derived_id(KEY, at, "a", "bc")


@given(moments)
def test_the_millisecond_can_be_read_back(at: datetime) -> None:
    assert derived_id(KEY, at, "x").int >> 80 == (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)


@given(st.uuids())
def test_a_reference_has_no_sign_that_looks_like_another(identifier: uuid.UUID) -> None:
    made = reference("R", identifier)
    assert made == reference("R", identifier)
    assert len(made) == len("R-7K2M-9QXD")
    assert made.startswith("R-")
    assert not set("ILOU") & set(made[2:])


@given(moments, st.integers(1, 400), st.integers(1, 400))
def test_ids_beside_one_another_differ(at: datetime, one: int, other: int) -> None:
    first = derived_id(KEY, at, "report")
    made = beside(first, one)
    assert (made == beside(first, other)) is (one == other)
    assert made != first
    assert (made.version, made.variant, made.int >> 80) == (7, uuid.RFC_4122, first.int >> 80)


@given(st.lists(st.uuids()))
def test_the_order_of_ids_is_their_own(ids: list[uuid.UUID]) -> None:
    assert sorted(ids, key=in_order) == sorted(ids)
