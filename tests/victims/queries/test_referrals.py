"""The inbox of an organisation: what waits first, and not more queries for more referrals."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import caseworker
from pentameter.kernel import clock
from pentameter.victims.api import waiting_referrals
from pentameter.victims.models import Referral
from pentameter.victims.queries.referrals import referrals_of, sent_one, sent_to, silent_referrals
from pentameter.victims.rules.referrals import ReferralState
from pentameter.victims.services.answering import accept_referral
from victims.ground import rescued
from victims.records import ask_in_the_night, opened_by

pytestmark = pytest.mark.django_db
NORTH = caseworker().agency


def test_what_waits_comes_first() -> None:
    for _ in range(3):
        ask_in_the_night(rescued().case_id, agrees=None)
    newest = Referral.objects.order_by("-asked_at")[0]
    accept_referral(referral_id=newest.pk, by=caseworker())
    assert [one.state for one in sent_to(NORTH)] == [ReferralState.ASKED, ReferralState.ASKED, ReferralState.ACCEPTED]
    assert waiting_referrals(NORTH) == 2
    assert waiting_referrals("durham") == 0


def test_more_referrals_cost_no_more_queries() -> None:
    ask_in_the_night(rescued().case_id, agrees=True)
    with CaptureQueriesContext(connection) as few:
        sent_to(NORTH)
    for _ in range(4):
        ask_in_the_night(rescued().case_id, agrees=True)
    with CaptureQueriesContext(connection) as more:
        assert len(sent_to(NORTH)) == 5
    assert len(few) == len(more) == 3


def test_one_is_seen_by_who_was_asked_alone() -> None:
    done = rescued()
    asked = ask_in_the_night(done.case_id, agrees=True).referral_id
    assert asked
    assert sent_one(asked, "durham") is None
    (line,) = referrals_of(opened_by(done.case_id))
    assert (line.id, line.silent, line.step.taken_on) == (asked, False, False)
    assert silent_referrals(clock.now()) == ()
    assert silent_referrals(clock.now() + timedelta(hours=5)) == (asked,)
