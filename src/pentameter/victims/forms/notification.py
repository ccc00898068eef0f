"""A notification, as typed: three choices, and no field for words."""

from typing import Any

from django import forms

from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.notification import Exploitation, may_notify

_PLACE = "Choose the place."


def _places() -> list[tuple[str, str]]:
    return [("", "Choose a place"), *((code, place.name) for code, place in rule_book().places.items())]


class NotificationForm(forms.Form):
    """Where the law is, which kind of exploitation, and how old she may be. Her age is not kept."""

    place = forms.ChoiceField(
        label="Where was she met?",
        choices=_places,
        help_text="The country only. No town.",
        error_messages={"required": _PLACE, "invalid_choice": _PLACE},
    )
    kind = forms.ChoiceField(
        label="Which kind of exploitation?",
        choices=[(one.value, one.words.capitalize()) for one in Exploitation],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the kind of exploitation."},
    )
    age = forms.ChoiceField(
        label="How old may she be?",
        choices=[(one.value, one.words.capitalize()) for one in Age],
        widget=forms.RadioSelect,
        help_text="Asked only because a child is referred instead. It is not kept.",
        error_messages={"required": "Say how old she may be."},
    )

    def clean(self) -> dict[str, Any]:
        """A child is referred instead."""
        cleaned = super().clean() or {}
        if cleaned.get("age") and not (verdict := may_notify(Age(cleaned["age"]))).allowed:
            self.add_error("age", verdict.reason)
        return cleaned

    @property
    def chosen(self) -> dict[str, Any]:
        """What was chosen, as the service wants it."""
        said = self.cleaned_data
        return {"place": said["place"], "kind": Exploitation(said["kind"]), "age": Age(said["age"])}
