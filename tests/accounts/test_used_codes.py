"""A code that was used is remembered, for the person who used it."""

import pytest

from pentameter.accounts.used_codes import remember, was_used

pytestmark = pytest.mark.django_db(transaction=False)


def test_a_code_is_remembered_for_its_person_only() -> None:
    remember("one", "123456")
    assert was_used("one", "123456")
    assert not was_used("one", "654321")
    assert not was_used("two", "123456")
