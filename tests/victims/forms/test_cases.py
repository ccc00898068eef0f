"""The parts of a record as typed, and the filters of the list."""

import pytest

from pentameter.victims.forms.cases import (
    CaseFilterForm,
    IdentityForm,
    PracticalForm,
    PurposeForm,
    ReasonForm,
    WhereaboutsForm,
)
from pentameter.victims.queries.lists import EVERY_OPEN, CaseFilter
from pentameter.victims.rules.cases import Age, Identity, Practical, Whereabouts


def test_lines_become_facts_and_empty_ones_are_left_out() -> None:
    said = {"age": "adult", "other_names": " A \n\nB", "phones": "01632 960001", "born": "28.2.1989", "version": "3"}
    form = IdentityForm(said)
    assert form.is_valid(), form.errors
    assert form.who.identity == Identity(other_names=("A", "B"), phones=("01632 960001",), born="1989-02-28")
    assert form.who.age is Age.ADULT


@pytest.mark.parametrize("said", [{"age": "adult"}, {"age": "adult", "version": "x"}, {"version": "1"}])
def test_without_a_version_or_an_age_nothing_is_saved(said: dict[str, str]) -> None:
    assert not IdentityForm(said).is_valid()


def test_both_versions_are_read_in_words() -> None:
    typed = PracticalForm({"worker_gender": "woman", "safe_contact": "mornings", "version": "1"})
    saved = PracticalForm(initial={**Practical(worker_gender="man").as_json(), "version": 2})
    assert typed.is_valid()
    assert ("Who should speak with her", "A woman", "A man") in typed.beside(saved)
    assert ("Safe contact", "mornings", "") in typed.beside(saved)


def test_the_same_words_go_over_the_version_saved_now() -> None:
    again = WhereaboutsForm({"where": "here", "version": "1"}).over(7)
    assert again.is_valid()
    assert (again.whereabouts, again.cleaned_data["version"]) == (Whereabouts("here"), 7)


def test_a_filter_that_makes_no_sense_is_left_out() -> None:
    assert CaseFilterForm({"state": "broken"}).filter() == EVERY_OPEN
    assert CaseFilterForm({"state": "closed", "words": "7K2M"}).filter() == CaseFilter(words="7K2M", state="closed")
    assert CaseFilter(words="7K2M", state="closed").active == 2


def test_purposes_and_reasons_are_given() -> None:
    assert "purpose" in PurposeForm({"purpose": " "}).errors
    assert "reason" in ReasonForm({"reason": ""}).errors
