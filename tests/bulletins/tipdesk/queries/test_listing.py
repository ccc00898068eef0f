"""What waits for the desk comes first; done ones are under all."""

import pytest

import cast
from bulletins.tipdesk.scene import opened, taken
from pentameter.bulletins.tipdesk.queries import listing as queries
from pentameter.bulletins.tipdesk.rules.states import Owner, Reason
from pentameter.bulletins.tipdesk.services.answering import close_tip
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_waiting_and_all(django_assert_num_queries) -> None:
    done, new = opened(taken()), taken()
    close_tip(tip_id=done.pk, reason=Reason.NOT_FOR_US, version=2, by=cast.national_analyst())
    assert [one.id for one in queries.listing(1, everything=False).lines] == [new.pk]
    with django_assert_num_queries(2):
        found = queries.listing(99, everything=True)
    assert [one.id for one in found.lines] == [new.pk, done.pk]
    assert (found.page, found.pages) == (1, 1)
    assert [one.owner for one in found.lines] == [Owner.DESK, Owner.NOBODY]
    assert queries.waiting() == 1
