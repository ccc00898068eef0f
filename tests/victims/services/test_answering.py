"""The asked organisation answers: it sees what was sent and no more, until it takes her case on."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from cast import caseworker, decision_maker, durham_constable, duty_desk, in_database, removals_officer
from no_row_no_act import no_row_no_act
from pentameter.access.api import Compartment, Operation
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.victims import tasks
from pentameter.victims.models import Alert, Case, CaseKey, Consent, NeedToKnow, Referral
from pentameter.victims.queries.opening import opened
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.consent import Said
from pentameter.victims.rules.referrals import ReferralKind, ReferralState
from pentameter.victims.services.answering import (
    accept_referral,
    alert_of_silence,
    finish_referral,
    reject_referral,
    show_referral,
    show_referrals,
    take_on_case,
)
from pentameter.victims.services.consent import withdraw_consent
from pentameter.victims.services.referrals import Asking, ask_support
from victims.ground import NAME, rescued
from victims.records import ask_in_the_night, other_organisation, says, worker_elsewhere

pytestmark = pytest.mark.django_db


def asked_of(*, agrees: bool | None = True, age: Age = Age.ADULT) -> tuple[UUID, UUID]:
    """A case and its referral, which waits for the caseworker's organisation."""
    done = rescued(age=age)
    in_database(caseworker())
    asked = ask_in_the_night(done.case_id, agrees=agrees)
    assert asked.referral_id
    return done.case_id, asked.referral_id


def may_open(case_id: UUID, by: Actor) -> bool:
    try:
        opened(case_id, by, Operation.VIEW_CASE, Compartment.IDENTITY)
    except Refused:
        return False
    return True


def test_before_the_answer_only_what_was_sent_is_seen() -> None:
    case, referral = asked_of()
    (line,) = show_referrals(by=caseworker())
    assert line.sent.language == "Albanian"
    assert NAME not in repr(show_referral(referral_id=referral, by=caseworker()))
    assert not may_open(case, caseworker())
    assert Entry.objects.filter(event="referrals_listed").count() == 2


def test_acceptance_makes_it_her_support_and_assigns_the_caseworker() -> None:
    case, referral = asked_of()
    answered = accept_referral(referral_id=referral, by=caseworker())
    assert (answered.state, answered.case_id) == (ReferralState.ACCEPTED, case)
    assert may_open(case, caseworker())
    assert Case.objects.get(pk=case).support_agency_id == caseworker().agency
    assert NeedToKnow.objects.get(case_id=case, ended_at=None).person == caseworker().id
    assert finish_referral(referral_id=referral, by=caseworker()).state is ReferralState.DONE
    assert may_open(case, caseworker())


def test_before_she_was_asked_an_acceptance_opens_nothing_until_she_agrees() -> None:
    case, referral = asked_of(agrees=None)
    answered = accept_referral(referral_id=referral, by=caseworker())
    assert answered.case_id is None
    assert not may_open(case, caseworker())
    assert Alert.objects.filter(key=f"support:ask:{referral}").exists()
    with pytest.raises(Refused, match="has not been asked"):
        take_on_case(referral_id=referral, by=caseworker())
    with pytest.raises(Refused, match="not been taken on"):
        finish_referral(referral_id=referral, by=caseworker())
    says(case, Said.GIVEN)
    assert take_on_case(referral_id=referral, by=caseworker()).case_id == case
    assert may_open(case, caseworker())
    with pytest.raises(Refused, match="support her already"):
        take_on_case(referral_id=referral, by=caseworker())


def test_a_child_is_taken_on_at_once() -> None:
    case, referral = asked_of(agrees=None, age=Age.CHILD)
    assert accept_referral(referral_id=referral, by=caseworker()).case_id == case


@pytest.mark.parametrize("step", [accept_referral, take_on_case])
def test_a_withdrawal_closes_the_referral_at_its_next_step(step: Callable[..., object]) -> None:
    case, referral = asked_of(agrees=None)
    given = says(case, Said.GIVEN)
    Referral.objects.filter(pk=referral).update(state=state_before(step))
    withdraw_consent(case_id=case, consent_id=given, by=durham_constable())
    assert not show_referral(referral_id=referral, by=caseworker()).sent.shown
    answered = step(referral_id=referral, by=caseworker())
    assert "withdrew this consent" in answered.sentence
    assert Referral.objects.get().state == "revoked"
    assert not may_open(case, caseworker())


def test_help_closes_with_her_consent_and_support_that_was_taken_on_does_not_end_by_itself() -> None:
    case, referral = asked_of()
    accept_referral(referral_id=referral, by=caseworker())
    help_ = ask_support(case_id=case, asking=Asking(other_organisation(), ReferralKind.HELP), by=caseworker())
    accept_referral(referral_id=help_, by=worker_elsewhere())
    withdraw_consent(case_id=case, consent_id=Consent.objects.get().pk, by=caseworker())
    assert finish_referral(referral_id=help_, by=worker_elsewhere()).state is ReferralState.REVOKED
    assert finish_referral(referral_id=referral, by=caseworker()).state is ReferralState.DONE
    assert may_open(case, caseworker())


def state_before(step: Callable[..., object]) -> str:
    return "asked" if step is accept_referral else "accepted"


def test_who_comes_second_takes_nobody_over() -> None:
    case, referral = asked_of()
    in_database(worker_elsewhere())
    asking = Asking(other_organisation(), ReferralKind.SUPPORT)
    second = ask_support(case_id=case, asking=asking, by=durham_constable())
    accept_referral(referral_id=referral, by=caseworker())
    answered = accept_referral(referral_id=second, by=worker_elsewhere())
    assert answered.state is ReferralState.REVOKED
    assert "Another organisation" in answered.sentence
    assert Case.objects.get(pk=case).support_agency_id == caseworker().agency


def test_a_transfer_ends_who_was_assigned_before() -> None:
    case, referral = asked_of()
    accept_referral(referral_id=referral, by=caseworker())
    asking = Asking(other_organisation(), ReferralKind.SUPPORT, ("name",))
    transfer = ask_support(case_id=case, asking=asking, by=caseworker())
    assert show_referral(referral_id=transfer, by=worker_elsewhere()).sent.name == NAME
    assert accept_referral(referral_id=transfer, by=worker_elsewhere()).case_id == case
    assert may_open(case, worker_elsewhere())
    assert not may_open(case, caseworker())
    assert Referral.objects.get(pk=referral).state == "done"


def test_help_beside_opens_no_case() -> None:
    case, referral = asked_of()
    accept_referral(referral_id=referral, by=caseworker())
    asking = Asking(other_organisation(), ReferralKind.HELP, words="A solicitor who speaks Albanian.")
    help_ = ask_support(case_id=case, asking=asking, by=caseworker())
    assert accept_referral(referral_id=help_, by=worker_elsewhere()).case_id is None
    assert not may_open(case, worker_elsewhere())
    assert show_referral(referral_id=help_, by=worker_elsewhere()).sent.words
    with pytest.raises(Refused, match="help beside"):
        take_on_case(referral_id=help_, by=worker_elsewhere())
    finish_referral(referral_id=help_, by=worker_elsewhere())
    assert not show_referral(referral_id=help_, by=worker_elsewhere()).sent.shown


def test_a_rejection_says_why_and_alerts_the_desk() -> None:
    _, referral = asked_of()
    with pytest.raises(Refused, match="Say why"):
        reject_referral(referral_id=referral, reason=" ", by=caseworker())
    reject_referral(referral_id=referral, reason="No bed is free.", by=caseworker())
    assert Referral.objects.get().state == "rejected"
    assert Alert.objects.filter(key=f"referral:rejected:{referral}", agency=None).count() == 1
    assert b"No bed" not in bytes(Referral.objects.get().reason or b"")
    with pytest.raises(Refused, match="cannot become accepted"):
        accept_referral(referral_id=referral, by=caseworker())


def test_silence_alerts_the_desk_once() -> None:
    _, referral = asked_of()
    assert alert_of_silence() == 0
    Referral.objects.update(answer_by=clock.now() - timedelta(minutes=1))
    assert (alert_of_silence(), alert_of_silence()) == (1, 0)
    assert Alert.objects.get(key=f"referral:silent:{referral}").done_at is None
    accept_referral(referral_id=referral, by=caseworker())
    assert Alert.objects.get(key=f"referral:silent:{referral}").done_by == caseworker().id


def test_the_worker_asks_for_silence_by_itself() -> None:
    _, referral = asked_of()
    Referral.objects.update(answer_by=clock.now() - timedelta(minutes=1))
    tasks.tell_of_silence()
    assert Alert.objects.filter(key=f"referral:silent:{referral}").exists()


def test_others_see_nothing_of_it() -> None:
    _, referral = asked_of()
    in_database(worker_elsewhere())
    with pytest.raises(Refused) as refusal:
        accept_referral(referral_id=referral, by=worker_elsewhere())
    assert refusal.value.hidden
    assert show_referrals(by=worker_elsewhere()) == ()
    for person in (removals_officer(), decision_maker(), duty_desk(), durham_constable()):
        with pytest.raises(Refused):
            show_referral(referral_id=referral, by=person)
    with pytest.raises(Refused) as refusal:
        show_referral(referral_id=uuid4(), by=caseworker())
    assert refusal.value.hidden


def test_a_closed_or_erased_case_is_not_taken_on() -> None:
    case, referral = asked_of()
    Case.objects.filter(pk=case).update(state="closed")
    with pytest.raises(Refused, match="closed"):
        accept_referral(referral_id=referral, by=caseworker())
    CaseKey.objects.all().delete()
    assert not show_referral(referral_id=referral, by=caseworker()).sent.shown


@pytest.mark.django_db(transaction=True)
def test_no_row_no_answer() -> None:
    _, referral = asked_of(agrees=None)
    no_row_no_act(lambda: show_referrals(by=caseworker()))
    no_row_no_act(lambda: show_referral(referral_id=referral, by=caseworker()))
    no_row_no_act(lambda: reject_referral(referral_id=referral, reason="No bed.", by=caseworker()))
    no_row_no_act(lambda: accept_referral(referral_id=referral, by=caseworker()))
    Referral.objects.update(answer_by=clock.now() - timedelta(minutes=1))
    no_row_no_act(alert_of_silence)
