"""She takes back her consent to support: the desk knows at once, and the daily look ends it. Nothing else ends."""

from datetime import timedelta
from uuid import UUID

import pytest

from cast import caseworker, durham_constable, in_database
from no_row_no_act import no_row_no_act
from pentameter.access.api import Compartment, Operation
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused
from pentameter.victims import tasks
from pentameter.victims.models import Alert, Case, CaseKey, Consent, LookAhead, NeedToKnow, Referral
from pentameter.victims.queries.opening import opened
from pentameter.victims.queries.protections import protection_of
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.consent import Said
from pentameter.victims.rules.contents import ExitWords
from pentameter.victims.services.answering import accept_referral, finish_referral
from pentameter.victims.services.consent import withdraw_consent
from pentameter.victims.services.ending_support import end_support_taken_back
from pentameter.victims.services.exits import Exit, record_exit
from pentameter.victims.services.looking_ahead import look_daily
from victims.ground import NAME, WHERE, rescued, supported
from victims.records import ask_in_the_night, opened_by, other_organisation, says

pytestmark = pytest.mark.django_db
TODAY = clock.today()


def taken_on(age: Age = Age.ADULT) -> tuple[UUID, UUID]:
    """A person who agreed, and whom an organisation took on; her consent."""
    done = rescued(age=age)
    in_database(caseworker())
    asked = ask_in_the_night(done.case_id, agrees=True)
    assert asked.referral_id
    accept_referral(referral_id=asked.referral_id, by=caseworker())
    return done.case_id, Consent.objects.get(case_id=done.case_id).id


def takes_back(case_id: UUID, consent: UUID) -> None:
    withdraw_consent(case_id=case_id, consent_id=consent, by=caseworker())


def is_open_to_the_organisation(case_id: UUID) -> bool:
    try:
        opened(case_id, caseworker(), Operation.VIEW_SUPPORT, Compartment.SUPPORT)
    except Refused:
        return False
    return True


def alerts(kind: str) -> list[str]:
    return list(
        Alert.objects.filter(agency=None, key__startswith=f"support:{kind}:").values_list("sentence", flat=True)
    )


def look(day: int = 0) -> None:
    look_daily(day=TODAY + timedelta(days=day), by=SYSTEM)


def test_the_desk_knows_at_once_and_the_organisation_keeps_her_until_the_look() -> None:
    case_id, consent = taken_on()
    look()
    takes_back(case_id, consent)
    (said,) = alerts("no")
    assert "no longer consents" in said
    assert not [word for word in (NAME, WHERE, "Northern", "Durham", "england") if word.lower() in said.lower()]
    look()
    tasks.look_at_all_clocks(TODAY.isoformat())
    assert is_open_to_the_organisation(case_id), "today's look was before"
    look(1)
    assert not is_open_to_the_organisation(case_id)


def test_the_look_revokes_with_the_reason_and_ends_what_lived_on_it() -> None:
    case_id, consent = taken_on()
    before = protection_of(opened_by(case_id))
    takes_back(case_id, consent)
    tasks.look_at_all_clocks(TODAY.isoformat())
    referral, row = Referral.objects.get(), Case.objects.get(pk=case_id)
    assert (referral.state, referral.closed_by, row.support_agency_id, row.state) == (
        "revoked",
        SYSTEM.id,
        None,
        "open",
    )
    reason = opened_by(case_id).key.unseal(referral.reason, bound_to=f"reason:{referral.id}")
    assert str(reason).startswith("She withdrew this consent on")
    assert not NeedToKnow.objects.filter(case_id=case_id, kind="assigned", ended_at=None).exists()
    assert "Find another organisation" in alerts("ended")[0]
    assert str(referral.id) in str(Entry.objects.get(event="support_ended").detail)
    assert protection_of(opened_by(case_id)).removal == before.removal
    assert LookAhead.objects.get().finished_at


def test_who_refuses_after_she_was_taken_on_is_let_go_as_well() -> None:
    case_id, _ = taken_on()
    says(case_id, Said.REFUSED)
    assert len(alerts("no")) == 1
    look()
    assert Referral.objects.get().state == "revoked"


def test_until_the_look_the_organisation_records_how_she_leaves() -> None:
    case_id, consent = taken_on()
    takes_back(case_id, consent)
    words = ExitWords(her_words="I want to go home.")
    record_exit(case_id=case_id, leaving=Exit(words, TODAY), by=caseworker())
    look()
    with pytest.raises(Refused):
        record_exit(case_id=case_id, leaving=Exit(words, TODAY), by=caseworker())


def test_who_has_consented_again_keeps_her_support() -> None:
    case_id, consent = taken_on()
    takes_back(case_id, consent)
    says(case_id, Said.GIVEN, by=caseworker())
    look()
    assert is_open_to_the_organisation(case_id)
    assert Referral.objects.get().state == "accepted"


@pytest.mark.parametrize("age", [Age.CHILD, Age.MAYBE_CHILD])
def test_a_child_keeps_her_support_and_the_desk_hears_her_no(age: Age) -> None:
    case_id, consent = taken_on(age)
    takes_back(case_id, consent)
    look()
    assert is_open_to_the_organisation(case_id)
    assert "counts as a child" in alerts("no")[0]


def test_who_is_found_to_be_an_adult_is_let_go_at_the_next_look() -> None:
    case_id, consent = taken_on(Age.MAYBE_CHILD)
    takes_back(case_id, consent)
    look()
    Case.objects.filter(pk=case_id).update(age="adult")
    look(1)
    assert not is_open_to_the_organisation(case_id)


@pytest.mark.parametrize("agrees", [True, False])
def test_an_organisation_that_registered_her_itself_lets_her_go(agrees: bool) -> None:
    done = rescued(caseworker())
    ask_in_the_night(done.case_id, agrees=agrees, by=caseworker())
    if agrees:
        takes_back(done.case_id, Consent.objects.get().id)
    look()
    assert Case.objects.get(pk=done.case_id).support_agency_id is None
    assert len(alerts("ended")) == 1
    assert not Referral.objects.exists()


def test_support_that_goes_on_after_a_referral_was_done_ends_too() -> None:
    case_id, consent = taken_on()
    finish_referral(referral_id=Referral.objects.get().id, by=caseworker())
    takes_back(case_id, consent)
    look()
    assert (Referral.objects.get().state, Case.objects.get(pk=case_id).support_agency_id) == ("done", None)


def test_who_was_never_asked_or_has_a_consent_that_ran_out_is_not_touched() -> None:
    never = supported().case_id
    over = supported().case_id
    says(over, Said.GIVEN, until=TODAY)
    Consent.objects.update(on=TODAY - timedelta(days=3), until=TODAY - timedelta(days=2))
    look()
    assert is_open_to_the_organisation(never)
    assert is_open_to_the_organisation(over)
    assert not alerts("no")


def test_a_no_to_another_organisation_ends_nothing() -> None:
    case_id, _ = taken_on()
    says(case_id, Said.REFUSED, agency=other_organisation())
    look()
    assert is_open_to_the_organisation(case_id)
    assert not alerts("no")


def test_a_no_to_this_one_by_name_ends_it() -> None:
    case_id, _ = taken_on()
    says(case_id, Said.REFUSED, agency=caseworker().agency)
    look()
    assert not is_open_to_the_organisation(case_id)


def test_a_closed_case_is_let_go_as_well() -> None:
    case_id, consent = taken_on()
    Case.objects.filter(pk=case_id).update(state="closed")
    withdraw_consent(case_id=case_id, consent_id=consent, by=durham_constable())
    look()
    assert Case.objects.get(pk=case_id).support_agency_id is None


def test_a_case_that_does_not_open_keeps_nobody_from_the_look() -> None:
    broken, first = taken_on()
    whole, second = taken_on()
    takes_back(broken, first)
    takes_back(whole, second)
    CaseKey.objects.filter(case_id=broken).update(wrapped=b"not a key at all, and long enough")
    look()
    assert not is_open_to_the_organisation(whole)
    assert LookAhead.objects.get().unread == 1


def test_it_is_done_once() -> None:
    case_id, consent = taken_on()
    takes_back(case_id, consent)
    assert (end_support_taken_back(by=SYSTEM), end_support_taken_back(by=SYSTEM)) == (1, 0)
    assert Entry.objects.filter(event="support_ended").count() == 1


@pytest.mark.django_db(transaction=True)
def test_no_row_no_end() -> None:
    case_id, consent = taken_on()
    takes_back(case_id, consent)
    no_row_no_act(lambda: end_support_taken_back(by=SYSTEM))
