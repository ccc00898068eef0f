"""The account goes one way, with her consent, and who opens it is written down."""

from dataclasses import replace

import pytest

from cast import caseworker, decision_maker, durham_constable, duty_desk, removals_officer
from decisions import persons
from pentameter.audit.models import Entry
from pentameter.decisions.models import Absence, Account, AccountLook
from pentameter.decisions.rules.states import Kind
from pentameter.decisions.rules.wording import ABSENCE_HINT
from pentameter.decisions.services.accounts import (
    disclose_account,
    explain_absence,
    explain_absence_for,
    read_account,
)
from pentameter.decisions.services.loading import NotYet
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


def test_without_her_consent_nothing_is_disclosed() -> None:
    case_id = persons.run_out()
    with pytest.raises(NotYet, match="has not been asked for her consent"):
        disclose_account(case_id=case_id, words=persons.ACCOUNT, by=caseworker())
    consent = persons.agrees(case_id)
    with pytest.raises(NotYet, match="as she gave it"):
        disclose_account(case_id=case_id, words=" ", by=caseworker())
    disclose_account(case_id=case_id, words=persons.ACCOUNT, by=caseworker())
    persons.takes_back(case_id, consent)
    with pytest.raises(NotYet, match="withdrew this consent"):
        disclose_account(case_id=case_id, words="More.", by=caseworker())


def test_it_is_sealed_and_opening_it_is_written_down_with_the_purpose() -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    account = Account.objects.get()
    assert b"canary-account" not in bytes(account.sealed)
    made = persons.taken_up(case_id)
    assert persons.opened_account(made) == persons.ACCOUNT
    look = AccountLook.objects.get()
    assert (look.account_id, look.matter_id, look.person) == (account.id, made, decision_maker().id)
    entry = Entry.objects.get(event="account_read")
    assert (entry.subject_id, entry.purpose) == (str(case_id), "to decide on removal")


def test_it_is_opened_by_who_decides_for_a_decision_that_asks_for_it_and_with_a_purpose() -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    with pytest.raises(Refused, match="for what purpose"):
        read_account(matter_id=made, purpose=" ", by=decision_maker())
    with pytest.raises(Refused, match="by the person who decides"):
        persons.opened_account(made, by=persons.colleague())
    grounds = persons.taken_up(case_id, Kind.CONCLUSIVE_GROUNDS)
    with pytest.raises(Refused, match="does not ask for an account"):
        persons.opened_account(grounds)
    assert not AccountLook.objects.exists()


@pytest.mark.parametrize("person", [caseworker, duty_desk, durham_constable, removals_officer])
def test_nobody_else_opens_it(person) -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    with pytest.raises(Refused):
        persons.opened_account(made, by=person())


def test_an_authority_to_which_she_did_not_consent_does_not_open_it() -> None:
    case_id = persons.run_out()
    persons.agrees(case_id, agency=decision_maker().agency)
    disclose_account(case_id=case_id, words=persons.ACCOUNT, by=caseworker())
    elsewhere = replace(persons.colleague(), agency="another-authority")
    made = persons.taken_up(case_id, by=elsewhere)
    with pytest.raises(Refused, match="no account that may be opened"):
        persons.opened_account(made, by=elsewhere)


def test_once_she_takes_it_back_nobody_opens_it() -> None:
    case_id = persons.run_out()
    consent = persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    persons.opened_account(made)
    persons.takes_back(case_id, consent)
    with pytest.raises(Refused, match="no account that may be opened"):
        persons.opened_account(made)


def test_a_decision_that_goes_on_without_it_closes_it_for_good() -> None:
    case_id = persons.run_out()
    consent = persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    persons.takes_back(case_id, consent)
    explain_absence_for(matter_id=made, words=persons.ABSENCE, by=decision_maker())
    persons.agrees(case_id)
    with pytest.raises(Refused, match="no account that may be opened"):
        persons.opened_account(made)


def test_a_newer_account_takes_the_place_of_an_older_one() -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    persons.opened_account(made)
    disclose_account(case_id=case_id, words="More than before.", by=caseworker())
    assert Account.objects.filter(closed_at=None).count() == 1
    with pytest.raises(NotYet, match="have not opened her account"):
        persons.decides(made, persons.draft())
    assert persons.opened_account(made) == "More than before."


def test_why_there_is_none_is_said_in_words_and_only_while_there_is_none() -> None:
    case_id = persons.run_out()
    for words in (ABSENCE_HINT, "None.", ""):
        with pytest.raises(NotYet):
            explain_absence(case_id=case_id, words=words, by=caseworker())
    explain_absence(case_id=case_id, words=persons.ABSENCE, by=caseworker())
    assert persons.ABSENCE.encode() not in bytes(Absence.objects.get().sealed)
    persons.disclosed(case_id)
    with pytest.raises(NotYet, match="it is there to be read"):
        explain_absence(case_id=case_id, words=persons.ABSENCE, by=caseworker())


def test_it_is_explained_by_her_caseworker_or_by_who_decides() -> None:
    case_id = persons.run_out()
    grounds = persons.taken_up(case_id, Kind.CONCLUSIVE_GROUNDS)
    with pytest.raises(Refused, match="does not ask for an account"):
        explain_absence_for(matter_id=grounds, words=persons.ABSENCE, by=decision_maker())
    for person in (decision_maker(), duty_desk(), durham_constable()):
        with pytest.raises(Refused):
            explain_absence(case_id=case_id, words=persons.ABSENCE, by=person)


def test_a_closed_case_takes_no_account() -> None:
    case_id = persons.run_out()
    persons.agrees(case_id)
    Case.objects.filter(pk=case_id).update(state="closed")
    with pytest.raises(Refused, match="This case is closed"):
        disclose_account(case_id=case_id, words=persons.ACCOUNT, by=caseworker())


def test_no_row_no_act() -> None:
    case_id = persons.run_out()
    persons.agrees(case_id)
    made = persons.taken_up(case_id)
    no_row_no_act(lambda: explain_absence(case_id=case_id, words=persons.ABSENCE, by=caseworker()))
    no_row_no_act(lambda: explain_absence_for(matter_id=made, words=persons.ABSENCE, by=decision_maker()))
    no_row_no_act(lambda: disclose_account(case_id=case_id, words=persons.ACCOUNT, by=caseworker()))
    disclose_account(case_id=case_id, words=persons.ACCOUNT, by=caseworker())
    no_row_no_act(lambda: persons.opened_account(made))
