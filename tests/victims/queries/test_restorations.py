"""What a restore that nobody confirmed means for a removal."""

from datetime import UTC, date, datetime

import pytest

from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.victims.models import Restoration
from pentameter.victims.queries.restorations import may_be_removed, nothing_missing, restores
from pentameter.victims.rules.events import Case
from pentameter.victims.rules.restored import LOST
from pentameter.victims.services.restoring import mark_restored

pytestmark = pytest.mark.django_db
NOBODY = Case("england_wales", frozenset(), clock.LONDON, "H-0000-0000")


def test_one_query_says_whether_anything_may_be_missing(django_assert_num_queries) -> None:
    mark_restored(stands_for=clock.now(), by=SYSTEM)
    with django_assert_num_queries(1):
        assert nothing_missing().reason == LOST


def test_it_comes_before_what_the_clocks_say() -> None:
    before = may_be_removed(NOBODY, today=date(2026, 11, 24))
    mark_restored(stands_for=clock.now(), by=SYSTEM)
    after = may_be_removed(NOBODY, today=date(2026, 11, 24))
    assert (after.allowed, after.reason) == (False, LOST)
    assert before.reason != LOST


def test_the_newest_restore_is_the_first() -> None:
    for day in (1, 3, 2):
        at = datetime(2026, 11, day, tzinfo=UTC)
        Restoration.objects.create(stands_for=at, restored_at=at)
    assert [one.restored.restored_at.day for one in restores()] == [3, 2, 1]
