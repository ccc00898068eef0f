"""What contradicts what, for a thing and all around it."""

import pytest

from entities.ground import DIFFERENT, Ground, judged, undone
from pentameter.entities.queries.contradictions import contradictions_around
from pentameter.entities.rules.canonical import Contradiction

pytestmark = pytest.mark.django_db


def test_both_sides_are_named_until_one_is_undone() -> None:
    a, b, c = Ground().mentions(3)
    judged(a, b)
    weaker = judged(b, c)
    apart = judged(a, c, DIFFERENT)
    for mention in (a, b, c):
        assert contradictions_around([mention]) == (Contradiction(same=weaker, different=apart),)
    undone(weaker)
    assert contradictions_around([a, b, c]) == ()


def test_where_nothing_was_judged_nothing_contradicts() -> None:
    assert contradictions_around(Ground().mentions(1)) == ()
