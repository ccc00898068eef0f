"""A notification is three choices; there is nothing to write into."""

from django import forms

from pentameter.victims.forms.notification import NotificationForm
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.notification import Exploitation

WHOLE = {"place": "scotland", "kind": "domestic_servitude", "age": "adult"}


def test_every_field_is_a_choice() -> None:
    assert all(isinstance(field, forms.ChoiceField) for field in NotificationForm().fields.values())


def test_what_was_chosen() -> None:
    form = NotificationForm(WHOLE)
    assert form.is_valid(), form.errors
    assert form.chosen == {"place": "scotland", "kind": Exploitation.DOMESTIC_SERVITUDE, "age": Age.ADULT}


def test_a_child_is_referred_instead_and_a_town_is_no_place() -> None:
    assert "refer her" in str(NotificationForm({**WHOLE, "age": "maybe_child"}).errors["age"])
    assert set(NotificationForm({**WHOLE, "place": "Durham"}).errors) == {"place"}
