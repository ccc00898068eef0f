"""Asking an organisation: the nearest at a rescue, by hand with her consent, and taken back at once."""

from uuid import UUID, uuid4

import pytest

from cast import caseworker, durham_constable, duty_desk, garda, outsider
from no_row_no_act import no_row_no_act
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Alert, Case, Consent, NeedToKnow, Referral
from pentameter.victims.queries.opening import bound
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.consent import Said
from pentameter.victims.rules.referrals import ReferralKind, Sent
from pentameter.victims.services.answering import accept_referral
from pentameter.victims.services.consent import withdraw_consent
from pentameter.victims.services.referrals import (
    Asking,
    NoConsent,
    ask_support,
    revoke_referral,
)
from victims.ground import NAME, WHERE, rescued
from victims.records import ask_in_the_night, opened_by, other_organisation, plain, says

pytestmark = pytest.mark.django_db
HELP = ReferralKind.HELP
SUPPORT = ReferralKind.SUPPORT


def test_at_a_rescue_the_nearest_organisation_is_asked_without_name_or_place() -> None:
    done = rescued()
    asked = ask_in_the_night(done.case_id, agrees=True)
    row = Referral.objects.get()
    sent = Sent.from_json(opened_by(done.case_id).key.unseal(row.sent, bound_to=bound("referral", row.id)))
    assert (asked.referral_id, row.asked_id, row.consent_first) == (row.id, "northern-support", False)
    assert sent == Sent(reference=done.reference, age="18 or over", language="Albanian")
    assert Consent.objects.get().said == Said.GIVEN.value


def test_a_person_who_says_no_is_not_asked_for_and_the_desk_knows() -> None:
    done = rescued()
    asked = ask_in_the_night(done.case_id, agrees=False)
    assert not Referral.objects.exists()
    assert "does not want support" in asked.sentence
    assert Alert.objects.filter(case_id=done.case_id, kind="referral").count() == 1


def test_a_person_who_was_not_asked_yet_comes_first() -> None:
    done = rescued()
    asked = ask_in_the_night(done.case_id, agrees=None)
    assert Referral.objects.get().consent_first
    assert "Her consent comes first" in asked.sentence
    assert not Consent.objects.exists()


@pytest.mark.parametrize("agrees", [True, False, None])
def test_a_child_is_referred_whatever_was_said(agrees: bool | None) -> None:
    done = rescued(age=Age.MAYBE_CHILD)
    ask_in_the_night(done.case_id, agrees=agrees)
    row = Referral.objects.get()
    assert not row.consent_first


def test_where_no_organisation_is_known_the_desk_is_told() -> None:
    done = rescued(garda())
    asked = ask_in_the_night(done.case_id, agrees=True, by=garda())
    assert not Referral.objects.exists()
    assert "duty desk" in asked.sentence
    assert "No support organisation is known" in Alert.objects.get(kind="referral").sentence


def test_nothing_sent_or_alerted_holds_her_name_or_place() -> None:
    done = rescued()
    ask_in_the_night(done.case_id, agrees=True)
    assert NAME not in plain(Referral) + plain(Alert) + plain(Consent)
    assert WHERE not in plain(Referral) + plain(Alert) + plain(Consent)


def test_by_hand_it_needs_her_consent_and_sends_what_was_chosen() -> None:
    done, asked = rescued(), other_organisation()
    with pytest.raises(NoConsent, match="has not been asked"):
        ask(done.case_id, asked)
    says(done.case_id, Said.GIVEN, agency=asked)
    referral = ask(done.case_id, asked, chosen=("name",), words="She asked for a woman.")
    row = Referral.objects.get(pk=referral)
    sent = Sent.from_json(opened_by(done.case_id).key.unseal(row.sent, bound_to=bound("referral", row.id)))
    assert (sent.name, sent.words) == (NAME, "She asked for a woman.")
    assert WHERE not in repr(sent)


def test_a_consent_withdrawn_between_opening_and_saving_has_its_sentence() -> None:
    done, asked = rescued(), other_organisation()
    given = says(done.case_id, Said.GIVEN)
    withdraw_consent(case_id=done.case_id, consent_id=given, by=durham_constable())
    with pytest.raises(NoConsent, match=r"She withdrew this consent on .* Nothing was sent\.") as refusal:
        ask(done.case_id, asked)
    assert refusal.value.conflict
    assert not Referral.objects.exists()


def test_a_child_is_referred_by_hand_without_consent() -> None:
    done = rescued(age=Age.CHILD)
    assert ask(done.case_id, other_organisation())


def test_nobody_is_asked_twice_or_who_is_no_support_organisation() -> None:
    done, asked = rescued(), other_organisation()
    says(done.case_id, Said.GIVEN)
    ask(done.case_id, asked)
    with pytest.raises(Refused, match="asked already"):
        ask(done.case_id, asked)
    with pytest.raises(Refused, match="support organisation"):
        ask(done.case_id, "kent")


def test_who_may_not_see_her_may_not_ask_for_her() -> None:
    done = rescued()
    asking = Asking(other_organisation(), SUPPORT)
    with pytest.raises(Refused) as refusal:
        ask_support(case_id=done.case_id, asking=asking, by=outsider())
    assert refusal.value.hidden
    with pytest.raises(Refused):
        ask_support(case_id=uuid4(), asking=asking, by=durham_constable())


def test_a_closed_case_is_not_referred() -> None:
    done = rescued()
    Case.objects.filter(pk=done.case_id).update(state="closed")
    with pytest.raises(Refused, match="Open it again first"):
        ask(done.case_id, other_organisation())


def test_revoking_closes_at_once() -> None:
    done = rescued()
    asked = ask_in_the_night(done.case_id, agrees=True)
    assert asked.referral_id
    revoke(done.case_id, asked.referral_id)
    assert Referral.objects.get().state == "revoked"
    with pytest.raises(Refused, match="cannot become accepted"):
        accept_referral(referral_id=asked.referral_id, by=caseworker())
    with pytest.raises(Refused, match="cannot become revoked"):
        revoke(done.case_id, asked.referral_id)


def test_only_the_desk_ends_support_that_was_taken_on_and_is_alerted() -> None:
    done = rescued()
    asked = ask_in_the_night(done.case_id, agrees=True)
    assert asked.referral_id
    accept_referral(referral_id=asked.referral_id, by=caseworker())
    with pytest.raises(Refused, match="supports her now"):
        revoke(done.case_id, asked.referral_id)
    revoke(done.case_id, asked.referral_id, by=duty_desk())
    assert Case.objects.get(pk=done.case_id).support_agency_id is None
    assert not NeedToKnow.objects.filter(case_id=done.case_id, ended_at=None).exists()
    assert Alert.objects.filter(key=f"support:ended:{asked.referral_id}").exists()


def test_a_referral_of_another_case_is_not_there() -> None:
    done, other = rescued(), rescued()
    asked = ask_in_the_night(done.case_id, agrees=True)
    assert asked.referral_id
    with pytest.raises(Refused) as refusal:
        revoke(other.case_id, asked.referral_id)
    assert refusal.value.hidden


@pytest.mark.django_db(transaction=True)
def test_no_row_no_referral() -> None:
    done, asked = rescued(age=Age.CHILD), other_organisation()
    no_row_no_act(lambda: ask(done.case_id, asked))
    referral = ask(done.case_id, asked)
    no_row_no_act(lambda: revoke(done.case_id, referral))
    other = rescued(age=Age.CHILD)
    no_row_no_act(lambda: ask_in_the_night(other.case_id, agrees=True))


def ask(case_id: UUID, asked: str, chosen: tuple[str, ...] = (), words: str = "") -> UUID:
    return ask_support(case_id=case_id, asking=Asking(asked, SUPPORT, chosen, words), by=durham_constable())


def revoke(case_id: UUID, referral: UUID, by: Actor | None = None) -> None:
    actor = by or durham_constable()
    revoke_referral(case_id=case_id, referral_id=referral, reason="A place nearer to her was found.", by=actor)
