"""The sender is answered, and closed to; only the code opens it."""

import pytest

import cast
from bulletins.tipdesk.scene import opened, state_of, with_code
from pentameter.bulletins.tipdesk.models import Reply, Tip
from pentameter.bulletins.tipdesk.rules.states import Reason
from pentameter.bulletins.tipdesk.sealed import words_in
from pentameter.bulletins.tipdesk.services.answering import Answer, answer_tip, close_tip
from pentameter.bulletins.tipdesk.services.loading import TipChangedMeanwhile
from pentameter.bulletins.tipdesk.services.taking import take_from_comment
from pentameter.bulletins.tips.models import Reply as Brought
from pentameter.bulletins.tips.queries import own_tip
from pentameter.bulletins.tips.rules.standings import Standing
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)
ANALYST = cast.national_analyst()


def test_asked_it_is_read_with_the_code(django_capture_on_commit_callbacks) -> None:
    tip, code = with_code()
    opened(tip)
    with django_capture_on_commit_callbacks(execute=True):
        answer_tip(tip_id=tip.pk, answer=Answer("Which street?", asks=True), version=2, by=ANALYST)
    found = own_tip(code)
    assert found is not None
    assert ([one.words for one in found.replies], found.standing) == (["Which street?"], Standing.ASKED)
    assert b"Which street?" not in bytes(Brought.objects.get().sealed)
    reply = Reply.objects.get()
    assert reply.sealed is not None
    assert words_in(reply.pk, reply.sealed) == "Which street?"
    assert state_of(tip.pk) == "waiting"


def test_closed_with_a_reason_that_the_sender_is_not_told(django_capture_on_commit_callbacks) -> None:
    tip, code = with_code()
    opened(tip)
    with django_capture_on_commit_callbacks(execute=True):
        close_tip(tip_id=tip.pk, reason=Reason.NOTHING_IN_IT, version=2, by=ANALYST)
    found = own_tip(code)
    assert found is not None
    assert found.standing is Standing.FINISHED
    assert state_of(tip.pk) == "closed"


def test_before_it_is_opened_on_an_old_page_and_by_others_nothing_happens() -> None:
    tip, _ = with_code()
    with pytest.raises(Refused, match="Open it first"):
        answer_tip(tip_id=tip.pk, answer=Answer("Hello"), version=1, by=ANALYST)
    opened(tip)
    with pytest.raises(TipChangedMeanwhile):
        answer_tip(tip_id=tip.pk, answer=Answer("Hello"), version=1, by=ANALYST)
    with pytest.raises(Refused):
        close_tip(tip_id=tip.pk, reason=Reason.PASSED_ON, version=2, by=cast.durham_sergeant())
    assert not Reply.objects.exists()


def test_the_writer_of_a_comment_cannot_be_answered() -> None:
    tip = Tip.objects.get(pk=take_from_comment(text="A van.", comment_id=7, by=cast.moderator()))
    opened(tip)
    with pytest.raises(Refused, match="This was a comment"):
        answer_tip(tip_id=tip.pk, answer=Answer("Hello"), version=2, by=ANALYST)


def test_no_row_no_act() -> None:
    tip, _ = with_code()
    opened(tip)
    no_row_no_act(lambda: answer_tip(tip_id=tip.pk, answer=Answer("Hello"), version=2, by=ANALYST))
    no_row_no_act(lambda: close_tip(tip_id=tip.pk, reason=Reason.PASSED_ON, version=2, by=ANALYST))
