"""Who may review, and what waits too long."""

from datetime import timedelta

import pytest

from oversight.looking import MONDAY
from pentameter.oversight.rules.reviews import Outcome, is_overdue, may_review
from pentameter.oversight.rules.samples import drawn


def test_a_second_person_and_once() -> None:
    assert may_review(person="a", by="b", outcome="").allowed
    assert may_review(person="a", by="a", outcome="").hidden
    assert not may_review(person="a", by="b", outcome=Outcome.EXPLAINED.value).allowed


@pytest.mark.parametrize(("hours", "reviewed", "overdue"), [(24, False, False), (25, False, True), (25, True, False)])
def test_a_day(hours: int, reviewed: bool, overdue: bool) -> None:
    assert is_overdue(MONDAY, reviewed=reviewed, now=MONDAY + timedelta(hours=hours)) is overdue


def test_a_seed_draws_the_same_again_and_fewer_where_there_are_fewer() -> None:
    assert drawn(range(100), "s") == drawn(range(99, -1, -1), "s") != drawn(range(100), "t")
    assert drawn([7, 3], "s") == (3, 7)
