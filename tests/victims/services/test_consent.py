"""Rows are only added; a withdrawal names its row; nothing of what she said stands open in the table."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from cast import decision_maker, durham_constable, garda, outsider, removals_officer
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.victims.api import consent_stands
from pentameter.victims.models import Case, CaseKey, Consent
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.services.consent import Saying, record_consent, withdraw_consent
from victims.ground import rescued
from victims.records import NOTE, opened_by, plain, says

pytestmark = pytest.mark.django_db
ACCOUNT = Purpose.ACCOUNT


def test_consent_stands_until_it_is_withdrawn_and_both_rows_stay() -> None:
    done = rescued()
    assert not consent_stands(done.case_id, ACCOUNT, "competent-authority").allowed
    given = says(done.case_id, Said.GIVEN, purpose=ACCOUNT, agency="competent-authority")
    assert consent_stands(done.case_id, ACCOUNT, "competent-authority").allowed
    assert consent_stands(opened_by(done.case_id), ACCOUNT, "competent-authority").allowed
    assert not consent_stands(done.case_id, ACCOUNT, "durham").allowed
    withdraw_consent(case_id=done.case_id, consent_id=given, by=durham_constable())
    verdict = consent_stands(done.case_id, ACCOUNT, "competent-authority")
    assert "She withdrew this consent" in verdict.reason
    assert Consent.objects.count() == 2
    assert [one.event for one in Entry.objects.order_by("seq")][-2:] == ["consent_recorded", "consent_withdrawn"]


def test_a_last_day_counts_whole_where_the_law_is() -> None:
    done = rescued(garda())
    says(done.case_id, Said.GIVEN, until=clock.today(), by=garda())
    at = clock.now()
    assert consent_stands(done.case_id, Purpose.SUPPORT).allowed
    assert not consent_stands(done.case_id, Purpose.SUPPORT, "", at + timedelta(days=2)).allowed


def test_without_a_case_or_its_key_nothing_stands() -> None:
    done = rescued(age=Age.CHILD)
    says(done.case_id, Said.GIVEN, purpose=ACCOUNT)
    assert not consent_stands(uuid4(), Purpose.SUPPORT).allowed
    CaseKey.objects.all().delete()
    assert not consent_stands(done.case_id, ACCOUNT).allowed


def test_what_she_said_is_sealed() -> None:
    done = rescued()
    says(done.case_id, Said.GIVEN)
    assert NOTE not in plain(Consent)
    assert "by telephone" not in plain(Consent)


def test_a_withdrawal_is_refused_where_there_is_nothing_to_withdraw() -> None:
    done, other = rescued(), rescued()
    no = says(done.case_id, Said.REFUSED)
    elsewhere = says(other.case_id, Said.GIVEN)
    with pytest.raises(Refused, match="Only a consent that was given"):
        withdraw_consent(case_id=done.case_id, consent_id=no, by=durham_constable())
    with pytest.raises(Refused) as refusal:
        withdraw_consent(case_id=done.case_id, consent_id=elsewhere, by=durham_constable())
    assert refusal.value.hidden
    with pytest.raises(Refused, match="names the consent"):
        says(done.case_id, Said.WITHDRAWN)
    with pytest.raises(Refused, match="agency of the list"):
        says(done.case_id, Said.GIVEN, agency="nowhere")


def test_who_may_not_see_her_writes_nothing_down() -> None:
    done = rescued()
    for person in (outsider(), removals_officer(), decision_maker()):
        with pytest.raises(Refused):
            says(done.case_id, Said.GIVEN, by=person)
    assert not Consent.objects.exists()


def test_a_closed_case_takes_withdrawals_alone() -> None:
    done = rescued()
    given = says(done.case_id, Said.GIVEN)
    Case.objects.filter(pk=done.case_id).update(state="closed")
    with pytest.raises(Refused, match="Open it again first"):
        says(done.case_id, Said.GIVEN)
    withdraw_consent(case_id=done.case_id, consent_id=given, by=durham_constable())


def test_the_database_keeps_withdrawals_honest() -> None:
    done = rescued()
    given = says(done.case_id, Said.GIVEN)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.filter(pk=given).update(said="withdrawn")


@pytest.mark.django_db(transaction=True)
def test_no_row_no_consent() -> None:
    done = rescued()
    saying = Saying(Purpose.SUPPORT, Said.GIVEN)
    no_row_no_act(lambda: record_consent(case_id=done.case_id, saying=saying, by=durham_constable()))
    given = says(done.case_id, Said.GIVEN)
    no_row_no_act(lambda: withdraw_consent(case_id=done.case_id, consent_id=given, by=durham_constable()))
