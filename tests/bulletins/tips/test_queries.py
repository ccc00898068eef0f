"""With the code, and with nothing else, replies are read."""

import pytest
from django.db import DEFAULT_DB_ALIAS

from bulletins.tipdesk.scene import sent
from pentameter.bulletins.tips.models import Reply, Tip
from pentameter.bulletins.tips.queries import own_tip, reply_bound
from pentameter.bulletins.tips.rules.codes import code_of
from pentameter.bulletins.tips.rules.standings import Standing
from pentameter.kernel import clock, letters_to_one
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_a_reply_opens_with_the_code() -> None:
    code, other = sent(), sent()
    tip = Tip.objects.exclude(lookup="").order_by("received_on").first()
    assert tip is not None
    mine = {own: own_tip(own) for own in (code, other)}
    assert all(one is not None and one.replies == () for one in mine.values())
    for row in Tip.objects.all():
        reply = Reply(tip=row, written_on=clock.today())
        reply.sealed = letters_to_one.close(
            bytes.fromhex(row.reply_key), b"Which street?", bound_to=reply_bound(str(reply.pk))
        )
        reply.save()
    found = own_tip(code)
    assert found is not None
    assert [one.words for one in found.replies] == ["Which street?"]
    assert found.standing is Standing.RECEIVED


def test_no_code_no_tip_off(django_assert_num_queries) -> None:
    sent()
    with django_assert_num_queries(1, using="public"), django_assert_num_queries(0, using=DEFAULT_DB_ALIAS):
        assert own_tip(code_of("of nobody")) is None
