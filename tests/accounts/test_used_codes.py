"""A code that was used is remembered, for the person who used it."""

import warnings

import pytest

from pentameter.accounts.used_codes import remember, was_used

pytestmark = pytest.mark.django_db(transaction=False)


def test_a_code_is_remembered_for_its_person_only() -> None:
    remember("one", "123456")
    assert was_used("one", "123456")
    assert not was_used("one", "654321")
    assert not was_used("two", "123456")


@pytest.mark.parametrize("typed", ["", "\x00", "9" * 5_000, "\ud800", "a b\r\n"])
def test_whatever_is_typed_can_be_looked_up(typed: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not was_used("one", typed)
        remember("one", typed)
        assert was_used("one", typed)
