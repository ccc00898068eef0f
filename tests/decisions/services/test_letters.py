"""The letter is a tagged PDF, the same as it was served, for ever."""

import io

import pytest
from pypdf import PdfReader

from cast import caseworker, decision_maker
from decisions import persons
from pentameter.access.api import Operation
from pentameter.audit.models import Entry
from pentameter.decisions.models import Letter
from pentameter.decisions.rules.states import Kind
from pentameter.decisions.services.accounts import explain_absence
from pentameter.decisions.services.letters import letter_of
from pentameter.decisions.services.loading import opened_matter
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case
from tests.no_row_no_act import no_row_no_act
from victims.ground import NAME, WHERE

pytestmark = pytest.mark.django_db


def text(body: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(body)).pages)


def test_it_is_kept_as_it_was_served() -> None:
    made = persons.refused_grounds(persons.run_out())
    first = letter_of(matter_id=made, by=decision_maker())
    assert first.name.startswith("D-")
    assert letter_of(matter_id=made, by=caseworker()).body == first.body
    assert PdfReader(io.BytesIO(first.body)).root_object["/MarkInfo"]["/Marked"]
    assert WHERE not in text(first.body)
    assert NAME in text(first.body)
    assert first.body[:200] not in bytes(Letter.objects.get().sealed)
    assert Entry.objects.filter(event="letter_made").count() == 2


def test_it_says_why_there_was_no_account_as_it_stood_when_it_was_decided() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id, Kind.REMOVAL)
    explain_absence(case_id=case_id, words=persons.ABSENCE, by=caseworker())
    persons.decides(made, persons.draft())
    persons.disclosed(case_id)
    persons.serves(made)
    said = text(letter_of(matter_id=made, by=decision_maker()).body)
    assert "There was no account from you to read." in said
    assert "does not wish to speak of it" in said
    here = opened_matter(made, Operation.VIEW_MATTERS, decision_maker())
    assert here.card.draft.absence == persons.ABSENCE


def test_before_it_is_decided_there_is_none_and_an_erased_case_opens_none() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id, Kind.CONCLUSIVE_GROUNDS)
    with pytest.raises(Refused, match="no letter") as refusal:
        letter_of(matter_id=made, by=decision_maker())
    assert refusal.value.hidden
    served = persons.refused_grounds(persons.run_out())
    row = Case.objects.get(pk=opened_matter(served, Operation.VIEW_MATTERS, decision_maker()).row.case_id)
    row.key.delete()
    with pytest.raises(Refused, match="was erased"):
        letter_of(matter_id=served, by=decision_maker())


def test_no_row_no_act() -> None:
    made = persons.refused_grounds(persons.run_out(), served=False)
    no_row_no_act(lambda: letter_of(matter_id=made, by=decision_maker()))
