"""What is left out, and when a file may be sent."""

import pytest

from pentameter.retention.rules.access import Asker, left_out, may_release, may_seal

GOOD = "four words that nobody guesses"


def test_what_is_counted_is_listed_where_there_is_any_and_the_rest_always() -> None:
    found = left_out({"notes": 2, "files": 0})
    assert [one.count for one in found] == [2, None, None, None]
    assert all(one.why for one in found)


@pytest.mark.parametrize(
    ("password", "contact", "warned", "allowed"),
    [
        ("", "", True, True),
        (GOOD, "Mornings, by her sister", False, True),
        (GOOD, "Mornings, by her sister", True, False),
        (GOOD, " ", False, False),
        ("short", "Mornings", False, False),
    ],
)
def test_when_it_may_be_sent(password: str, contact: str, warned: bool, allowed: bool) -> None:
    assert may_seal(password, safe_contact=contact, warned=warned).allowed is allowed


def test_two_people() -> None:
    assert not may_release(asked_by="a", by="a").allowed
    assert may_release(asked_by="a", by="b").allowed
    assert len({one.words for one in Asker}) == len(Asker)
