"""Every look at consent and referrals leaves its row."""

import pytest

from cast import caseworker, durham_constable, outsider
from no_row_no_act import no_row_no_act
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import CaseKey
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.services import showing
from victims.ground import rescued, supported
from victims.records import ask_in_the_night, other_organisation, says

pytestmark = pytest.mark.django_db


def test_the_page_of_consent_says_what_stands() -> None:
    done = supported()
    says(done.case_id, Said.GIVEN, purpose=Purpose.MEDICAL)
    page = showing.show_consent(case_id=done.case_id, by=caseworker())
    stands = {purpose for purpose, verdict in page.standing if verdict.allowed}
    assert stands == {Purpose.MEDICAL}
    assert Purpose.FAMILY in page.not_asked
    assert Purpose.MEDICAL not in page.not_asked
    assert [line.may_withdraw for line in page.lines] == [True]
    assert page.agencies == ()
    assert showing.show_consent(case_id=done.case_id, by=caseworker(), choosing=True).agencies


def test_a_withdrawal_names_the_referrals_that_close() -> None:
    done, elsewhere = rescued(), other_organisation()
    ask_in_the_night(done.case_id, agrees=True)
    narrow = says(done.case_id, Said.GIVEN, agency=elsewhere)
    page = showing.show_withdrawal(case_id=done.case_id, consent_id=narrow, by=durham_constable())
    assert page.closing == ()


def test_whom_to_ask_leaves_out_who_was_asked_and_ones_own() -> None:
    done, elsewhere = rescued(), other_organisation()
    page = showing.show_case_referrals(case_id=done.case_id, by=durham_constable(), choosing=True)
    assert {one.slug for one in page.agencies} == {elsewhere, "northern-support"}
    ask_in_the_night(done.case_id, agrees=True)
    page = showing.show_case_referrals(case_id=done.case_id, by=durham_constable(), choosing=True)
    assert {one.slug for one in page.agencies} == {elsewhere}


def test_an_erased_case_shows_nothing_of_what_she_said() -> None:
    done = rescued()
    says(done.case_id, Said.GIVEN)
    ask_in_the_night(done.case_id, agrees=None)
    CaseKey.objects.all().delete()
    assert showing.show_consent(case_id=done.case_id, by=durham_constable()).lines == ()
    page = showing.show_case_referrals(case_id=done.case_id, by=durham_constable())
    assert [one.sent.shown for one in page.referrals] == [()]


def test_others_see_nothing() -> None:
    done = rescued()
    for look in (showing.show_consent, showing.show_case_referrals):
        with pytest.raises(Refused) as refusal:
            look(case_id=done.case_id, by=outsider())
        assert refusal.value.hidden


@pytest.mark.django_db(transaction=True)
def test_no_row_no_look() -> None:
    done = rescued()
    given, me = says(done.case_id, Said.GIVEN), durham_constable()
    asked = ask_in_the_night(done.case_id, agrees=None).referral_id
    assert asked
    no_row_no_act(lambda: showing.show_consent(case_id=done.case_id, by=me))
    no_row_no_act(lambda: showing.show_withdrawal(case_id=done.case_id, consent_id=given, by=me))
    no_row_no_act(lambda: showing.show_case_referrals(case_id=done.case_id, by=me))
    no_row_no_act(lambda: showing.show_revocation(case_id=done.case_id, referral_id=asked, by=me))
