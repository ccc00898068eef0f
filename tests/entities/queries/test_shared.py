"""What an agency was told that another holds too: counts by kind and by whom to call, and nothing of another's."""

import pytest

from cast import cleveland_sergeant
from entities import linked
from pentameter.accounts.models import Agency
from pentameter.entities.models import Interest
from pentameter.entities.queries.shared import SharedCount, pairs_waiting, shared_counts
from pentameter.kernel import clock

pytestmark = pytest.mark.django_db


def test_notices_are_counted_by_kind_and_by_whom_to_call(django_assert_num_queries) -> None:
    linked.whole()
    now = clock.now()
    phone, person = linked.mention("phone", "durham"), linked.mention("person", "durham")
    given = {"told": Agency.objects.get(pk="durham"), "raised_at": now}
    other = Agency.objects.get(pk="cleveland")
    Interest.objects.create(thing=phone, kind="phone", about_id=phone, other=other, seen_at=now, **given)
    Interest.objects.create(thing=phone, kind="phone", about_id=phone, other=None, **given)
    Interest.objects.create(thing=person, kind="person", about_id=person, other=other, **given)
    gone = linked.mention("premises", "durham")
    Interest.objects.create(thing=gone, kind="premises", about_id=gone, other=other, withdrawn_at=now, **given)
    with django_assert_num_queries(1):
        found = shared_counts("durham")
    assert found.by_kind == {"phone": SharedCount(1, 1), "person": SharedCount(1, 1)}
    assert (found.by_agency, found.by_desk, found.things, found.unseen) == ({"cleveland": 2}, 1, 2, 2)
    assert shared_counts("cleveland").things == 0


def test_pairs_are_counted_in_one_query(django_assert_num_queries) -> None:
    linked.whole()
    with django_assert_num_queries(1):
        assert pairs_waiting(cleveland_sergeant()) == 0
