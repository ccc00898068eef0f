"""What may be typed about a matter."""

import pytest

from decisions import persons
from pentameter.decisions.forms.accounts import AbsenceForm, DiscloseForm, PurposeForm
from pentameter.decisions.forms.matters import (
    DraftForm,
    FilterForm,
    OpenForm,
    ReconsiderForm,
    ReferenceForm,
    ServeForm,
    TakeUpForm,
    WithdrawForm,
)
from pentameter.decisions.queries.matters import MatterFilter
from pentameter.decisions.rules.states import Kind, Result, State


@pytest.mark.parametrize(
    ("kind", "heard", "names"),
    [
        (Kind.REMOVAL, True, {"weight"}),
        (Kind.REMOVAL, False, set()),
        (Kind.DISQUALIFICATION, False, {"ground", "evidence", "review_on"}),
        (Kind.LEAVE, False, {"until"}),
        (Kind.REASONABLE_GROUNDS, False, {"basis"}),
    ],
)
def test_a_form_asks_only_what_its_kind_needs(kind: Kind, heard: bool, names: set[str]) -> None:
    always = {"result", "decided_on", "facts", "reasons", "version"}
    assert set(DraftForm(kind, heard=heard).fields) == always | names


def test_a_draft_goes_in_and_comes_out_and_half_of_it_may_be_kept() -> None:
    whole = persons.draft(Result.REMOVED)
    form = DraftForm.of(Kind.REMOVAL, whole, 3, heard=True)
    assert form.initial["result"] == "may_be_removed"
    half = DraftForm(Kind.REMOVAL, {"facts": "Some.", "version": "3"}, heard=True)
    assert half.is_valid()
    assert half.draft.facts == "Some."
    assert half.draft.result is None
    again = half.over(4)
    assert (again["version"].value(), again["facts"].value()) == (4, "Some.")
    assert half.say("Something is missing.").non_field_errors() == ["Something is missing."]


def test_a_result_of_another_kind_is_no_choice() -> None:
    form = DraftForm(Kind.REMOVAL, {"result": "granted", "version": "1"})
    assert "result" in form.errors


def test_the_filter_forgives() -> None:
    assert FilterForm({"kind": "asylum", "state": "served", "mine": "on"}).chosen(2) == MatterFilter(
        Kind.ASYLUM, State.SERVED, True, 2
    )
    assert FilterForm({"kind": "nonsense"}).chosen(1) == MatterFilter()


def test_a_reconsideration_is_not_offered() -> None:
    assert "kind" in OpenForm({"kind": "reconsideration"}).errors
    form = ReferenceForm({"kind": "asylum", "reference": "H-7K2M-9QXD"})
    assert form.is_valid()
    assert form.of_kind is Kind.ASYLUM


@pytest.mark.parametrize(
    ("form", "field", "sentence"),
    [
        (WithdrawForm({}), "because", "Say why it is withdrawn."),
        (ServeForm({}), "served_on", "Enter a date."),
        (ServeForm({}), "how", "Choose how she was given it."),
        (ReconsiderForm({}), "because", "Say what should be looked at again."),
        (DiscloseForm({}), "words", "Write the account, as she gave it."),
        (AbsenceForm({}), "words", "Say why there is no account."),
        (PurposeForm({}), "purpose", "Say for what purpose you open it."),
    ],
)
def test_what_is_missing_is_said_at_its_field(form, field: str, sentence: str) -> None:
    assert form.errors[field] == [sentence]


def test_taking_up_without_a_version_is_taking_up_nothing() -> None:
    assert TakeUpForm({}).said == ("", 0)
    assert TakeUpForm({"because": "Hospital.", "version": "2"}).said == ("Hospital.", 2)
