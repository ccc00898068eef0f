"""Four fields and a language."""

import pytest

from pentameter.victims.forms.rescue import RescueForm
from pentameter.victims.rules.cases import Age, Agreement


def test_only_age_and_agreement_are_asked_for() -> None:
    form = RescueForm({"age": "maybe_child", "agreement": "not_asked"})
    assert form.is_valid(), form.errors
    rescue = form.rescue
    assert (rescue.age, rescue.agreement) == (Age.MAYBE_CHILD, Agreement.NOT_ASKED)
    assert (rescue.identity.name, rescue.whereabouts.where, rescue.practical.language) == ("", "", "")


def test_what_is_typed_is_what_is_registered() -> None:
    said = {"name": "Z", "age": "adult", "where": "here", "agreement": "yes", "language": "Albanian"}
    form = RescueForm(said)
    assert form.is_valid(), form.errors
    rescue = form.rescue
    assert (rescue.identity.name, rescue.whereabouts.where, rescue.practical.language) == ("Z", "here", "Albanian")


@pytest.mark.parametrize("said", [{"age": "adult"}, {"agreement": "yes"}, {"age": "old", "agreement": "yes"}])
def test_what_is_missing_or_no_choice_is_told(said: dict[str, str]) -> None:
    assert RescueForm(said).errors
