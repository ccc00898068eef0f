"""What was decided is brought over as often as it takes, and an older version never overwrites a newer one."""

import pytest

import cast
from bulletins.tipdesk.scene import opened, with_code
from pentameter.bulletins.tipdesk.models import Tip
from pentameter.bulletins.tipdesk.services.answering import Answer, answer_tip
from pentameter.bulletins.tipdesk.services.bringing import bring, bring_again, bring_over
from pentameter.bulletins.tips.models import Reply
from pentameter.bulletins.tips.models import Tip as Sent
from pentameter.kernel.actor import SYSTEM
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_the_next_beat_brings_what_the_act_itself_could_not() -> None:
    tip, _ = with_code()
    opened(tip)
    answer_tip(tip_id=tip.pk, answer=Answer("Hello"), version=2, by=cast.national_analyst())
    assert not Reply.objects.exists()
    assert bring_over(by=SYSTEM) == 1
    assert bring_over(by=SYSTEM) == 0
    there = Sent.objects.get()
    assert (there.standing, there.version, Reply.objects.count()) == ("read", 3, 1)


def test_twice_does_no_harm_and_an_older_one_changes_nothing() -> None:
    tip, _ = with_code()
    opened(tip)
    old = Tip.objects.get()
    answer_tip(tip_id=tip.pk, answer=Answer("Which?", asks=True), version=2, by=cast.national_analyst())
    for one in (Tip.objects.get(), Tip.objects.get(), old):
        bring(tip=one, by=SYSTEM)
    there = Sent.objects.get()
    assert (there.standing, there.version, Reply.objects.count()) == ("asked", 3, 1)
    assert Tip.objects.get().brought == 3


def test_what_the_public_side_lost_is_brought_again() -> None:
    tip, _ = with_code()
    opened(tip)
    answer_tip(tip_id=tip.pk, answer=Answer("Hello"), version=2, by=cast.national_analyst())
    bring_over(by=SYSTEM)
    Reply.objects.all().delete()
    Sent.objects.update(standing="new", version=1)
    for _ in range(2):
        bring_again(by=SYSTEM)
        there = Sent.objects.get()
        assert (there.standing, there.version, Reply.objects.count()) == ("read", 3, 1)
