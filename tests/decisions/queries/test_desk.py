"""The queue in its order, and what the latest check could not do."""

import pytest

from decisions.ground import HER_LINE, checked, line_of, protected, stage
from pentameter.decisions.models import RemovalList
from pentameter.decisions.queries import desk
from pentameter.decisions.queries.trawling import alerts, recent_alerts

pytestmark = pytest.mark.django_db


def test_the_oldest_list_comes_first_and_the_next_line_follows() -> None:
    stage()
    protected()
    one, two = checked(HER_LINE, HER_LINE.replace("A1", "A2")), checked()
    expected = [line_of(one, 1), line_of(one, 2), line_of(two, 1)]
    assert [line.id for line in desk.queue()] == [line.id for line in expected]
    assert desk.waiting() == 3
    assert [desk.following(line) for line in expected] == [expected[1].id, expected[2].id, expected[0].id]


def test_what_the_latest_check_could_not_do() -> None:
    assert desk.shortcomings() == (0, 0)
    stage()
    row = checked()
    RemovalList.objects.filter(pk=row.pk).update(unreadable=2, thin=3)
    assert desk.shortcomings() == (2, 3)


def test_without_alerts_there_are_none() -> None:
    assert alerts() == ()
    assert recent_alerts() == 0
