"""What may be typed of something that happened: the fields that its kind needs, and refusals at their field."""

from typing import Any

import pytest

from pentameter.justice.forms.events import About, CheckForm, EventForm
from pentameter.justice.rules.kinds import OTHER, Kind, Outcome
from pentameter.justice.rules.screen import Looked
from pentameter.justice.services.recording import ALL
from pentameter.kernel.actor import Jurisdiction
from pentameter.look.fields import TellingForm

ENGLAND, SCOTLAND = Jurisdiction.ENGLAND_WALES, Jurisdiction.SCOTLAND
ONE = (("c1", "Human trafficking: charged"),)
TWO = (*ONE, ("c2", "Slavery: charged"))


def about(place: Jurisdiction = ENGLAND, charges: tuple[tuple[str, str], ...] = ONE) -> About:
    return About(place, charges, 3)


def choices(form: EventForm, name: str) -> list[str]:
    field: Any = form.fields[name]
    return [value for value, _ in field.choices]


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (Kind.BAILED, {"on", "note", "version"}),
        (Kind.ARRESTED, {"on", "offence", "note", "version"}),
        (Kind.CHARGED, {"on", "outcome", "offence", "first", "last", "confirmed", "note", "version"}),
        (Kind.VERDICT, {"on", "outcome", "about", "offence", "note", "version"}),
        (Kind.APPEARED, {"on", "about", "note", "version"}),
        (Kind.ORDERED, {"on", "outcome", "note", "version"}),
    ],
)
def test_a_form_asks_what_its_kind_needs(kind: Kind, asked: set[str]) -> None:
    assert set(EventForm(kind, about()).fields) == asked


def test_choices_are_those_of_the_place() -> None:
    assert "MSA15-2" in choices(EventForm(Kind.CHARGED, about()), "offence")
    assert "HTESA15-1" not in choices(EventForm(Kind.CHARGED, about()), "offence")
    assert "HTESA15-1" in choices(EventForm(Kind.CHARGED, about(SCOTLAND)), "offence")
    assert "MSA15-45" not in choices(EventForm(Kind.CHARGED, about()), "offence")
    assert OTHER in choices(EventForm(Kind.ARRESTED, about()), "offence")
    assert OTHER not in choices(EventForm(Kind.CHARGED, about()), "offence")
    assert OTHER in choices(EventForm(Kind.VERDICT, about()), "offence")
    assert "petition" in choices(EventForm(Kind.CHARGED, about(SCOTLAND)), "outcome")
    assert "petition" not in choices(EventForm(Kind.CHARGED, about()), "outcome")
    assert "reparation" not in choices(EventForm(Kind.ORDERED, about(SCOTLAND)), "outcome")


def test_all_charges_can_be_meant_where_there_are_several() -> None:
    assert choices(EventForm(Kind.VERDICT, about(charges=TWO)), "about") == ["c1", "c2", ALL]
    one = EventForm(Kind.VERDICT, about())
    assert choices(one, "about") == ["c1"]
    assert one.fields["about"].initial == "c1"


def test_what_was_typed() -> None:
    typed = {"on_day": "1", "on_month": "May", "on_year": "2026", "outcome": "convicted", "about": "c1", "version": "3"}
    form = EventForm(Kind.VERDICT, about(), typed)
    assert form.is_valid(), form.errors
    said = form.saying
    assert (said.kind, said.on.month, said.outcome, said.about) == (Kind.VERDICT, 5, Outcome.CONVICTED, "c1")


def test_a_check_says_what_is_missing() -> None:
    form = CheckForm(ENGLAND, 1, "", {"version": "1"})
    assert not form.is_valid()
    assert form.errors["outcome"] == ["Choose how the check ended."]
    assert form.errors["looked"] == ["Choose at least one thing that you looked at."]
    typed = {"on_day": "1", "on_month": "5", "on_year": "2026", "looked": ["desk"], "outcome": "nothing_found"}
    whole = CheckForm(ENGLAND, 1, "", {**typed, "reasons": "Nothing speaks for it at all", "version": "1"})
    assert whole.is_valid(), whole.errors
    assert whole.check.looked == {Looked.DESK}


@pytest.mark.parametrize(
    ("reason", "field", "said"),
    [
        ("Day: it has not come yet.", "on", "It has not come yet."),
        ("Nothing: it has not come yet.", "__all__", "Nothing: it has not come yet."),
        ("No charge.", "__all__", "No charge."),
    ],
)
def test_a_refusal_stands_at_the_field_that_it_names(reason: str, field: str, said: str) -> None:
    form: TellingForm = EventForm(Kind.BAILED, about(), {})
    form.is_valid()
    form.say(reason)
    assert said in form.errors[field]
