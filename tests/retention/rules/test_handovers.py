"""When an agency may leave."""

from dataclasses import replace

import pytest

from pentameter.retention.rules.handovers import Side, StillHeld, in_the_way, may_accept, may_propose

ONE = Side("one", "support", "england_wales", current=True)
OTHER = replace(ONE, slug="other")


@pytest.mark.parametrize(
    ("changed", "allowed"),
    [
        ({}, True),
        ({"slug": "one"}, False),
        ({"sector": "police"}, False),
        ({"jurisdiction": "ireland"}, False),
        ({"current": False}, False),
    ],
)
def test_to_whom(changed: dict[str, object], allowed: bool) -> None:
    assert may_propose(ONE, replace(OTHER, **changed)).allowed is allowed
    assert may_accept(ONE, replace(OTHER, **changed), StillHeld()).allowed is allowed


@pytest.mark.parametrize("what", ["files", "rows", "referrals", "investigations", "waves", "reports"])
def test_everything_that_nobody_would_own_stands_in_the_way(what: str) -> None:
    held = StillHeld(**{what: True if what == "reports" else 2})
    assert len(in_the_way(held)) == 1
    assert not may_accept(ONE, OTHER, held).allowed
