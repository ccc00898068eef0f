"""The demo's tip-offs are left once, sealed like any other; the first is asked about, and its sender can read it."""

import pytest

from pentameter.accounts import api as accounts
from pentameter.bulletins.tipdesk.models import Part, Tip
from pentameter.bulletins.tips.queries import own_tip
from pentameter.bulletins.tips.rules.standings import Standing
from pentameter.config.demo.tips import TIPS, leave_tips
from pentameter.kernel.actor import SYSTEM
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH, transaction=True)


def test_they_are_left_once_and_the_first_is_answered() -> None:
    accounts.seed_agencies(by=SYSTEM)
    accounts.seed_demo_people(by=SYSTEM)
    codes = leave_tips()
    assert len(codes) == len(TIPS)
    assert leave_tips() == ()
    assert Tip.objects.count() == Part.objects.count() == len(TIPS)
    first, second = (own_tip(code) for code in codes)
    assert first is not None
    assert second is not None
    assert [one.words for one in first.replies] == [TIPS[0].question]
    assert (first.standing, second.standing) == (Standing.ASKED, Standing.RECEIVED)
