"""Who needs to know, as typed."""

from pentameter.victims.forms.knowing import AssignForm, GlassForm, ShareForm
from pentameter.victims.services.knowing import Colleague


def test_only_colleagues_are_offered() -> None:
    form = AssignForm().offering([Colleague("7d3a7d2e-0000-4000-8000-000000000001", "Farida Okonjo")])
    assert "Farida Okonjo" in str(form["person"])
    assert "person" in AssignForm({"person": "7"}).errors


def test_a_share_says_with_whom_until_when_and_for_what() -> None:
    assert set(ShareForm({}).errors) == {"username", "until", "purpose"}
    days = {"until_day": "31", "until_month": "2", "until_year": "2027"}
    assert "is not a date" in str(ShareForm({"username": "a", "purpose": "b", **days}).errors["until"])


def test_glass_is_broken_for_a_case_and_a_reason() -> None:
    assert set(GlassForm({}).errors) == {"reference", "purpose"}
