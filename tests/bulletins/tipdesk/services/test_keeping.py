"""After 30 days nothing is left of what was sent and answered; after 90 the code opens nothing; what waits is kept."""

from datetime import timedelta

import pytest

import cast
from bulletins.tipdesk.scene import opened, with_code
from pentameter.bulletins.tipdesk.models import Part, Reply, Tip
from pentameter.bulletins.tipdesk.rules.states import Reason
from pentameter.bulletins.tipdesk.services.answering import Answer, answer_tip, close_tip
from pentameter.bulletins.tipdesk.services.bringing import bring_over
from pentameter.bulletins.tipdesk.services.keeping import let_go
from pentameter.bulletins.tipdesk.services.reading import show_tip
from pentameter.bulletins.tips.models import Tip as Sent
from pentameter.bulletins.tips.queries import own_tip
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)
ANALYST = cast.national_analyst()


def done(days: int) -> tuple[Tip, str]:
    """A tip-off that was answered and closed so many days ago."""
    tip, code = with_code()
    opened(tip)
    answer_tip(tip_id=tip.pk, answer=Answer("Thank you."), version=2, by=ANALYST)
    close_tip(tip_id=tip.pk, reason=Reason.ALREADY_KNOWN, version=3, by=ANALYST)
    bring_over(by=SYSTEM)
    Tip.objects.update(changed_at=clock.now() - timedelta(days=days))
    return tip, code


def test_contents_go_and_the_reply_is_still_read() -> None:
    tip, code = done(31)
    assert (let_go(by=SYSTEM), let_go(by=SYSTEM)) == (1, 0)
    assert not Part.objects.exclude(sealed=None).exists()
    assert not Reply.objects.exclude(sealed=None, for_sender=None).exists()
    page = show_tip(tip_id=tip.pk, by=ANALYST)
    assert (page.parts[0].letter, page.replies[0].words) == (None, None)
    found = own_tip(code)
    assert found is not None
    assert len(found.replies) == 1


def test_later_the_code_opens_nothing() -> None:
    _, code = done(91)
    let_go(by=SYSTEM)
    assert own_tip(code) is None
    assert not Sent.objects.exists()
    assert bring_over(by=SYSTEM) == 0


def test_what_is_fresh_or_waits_is_kept() -> None:
    done(29)
    assert let_go(by=SYSTEM) == 0
    tip, _ = with_code()
    Tip.objects.filter(pk=tip.pk).update(changed_at=clock.now() - timedelta(days=400))
    assert let_go(by=SYSTEM) == 0
