"""What is looked for, why, and what the answers are narrowed to."""

from collections.abc import Mapping
from typing import Any

from django import forms

from pentameter.accounts import api as accounts
from pentameter.entities.queries.searching import Results
from pentameter.entities.rules.asking import Narrowed
from pentameter.entities.words import kind_of, theme_of
from pentameter.intelligence.api import LONGEST, MentionKind, Theme, phrasing


class SearchForm(forms.Form):
    """A search. The purpose is asked once and then offered again."""

    words = forms.CharField(
        label="What to look for",
        help_text="A name in any script, part of a phone, plate or document, or words of a report.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "data-search": ""}),
        error_messages={"required": "Type a word, a name, or part of a number."},
    )
    purpose = forms.CharField(
        label="For what purpose do you need it?",
        help_text="Your words are kept in the record with your name and the time; do not write names of people here.",
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Say for what purpose you need it.",
            "max_length": "Say it in at most 500 characters.",
        },
    )

    def clean_words(self) -> str:
        """What was typed, if it can be looked for."""
        asked = str(self.cleaned_data["words"])
        if problem := phrasing(asked).problem:
            raise forms.ValidationError(problem)
        return asked

    def typed(self) -> str:
        """What was typed, for the box; what is far too long is not carried along."""
        return str(self["words"].value() or "")[: 2 * LONGEST]


class NarrowForm(forms.Form):
    """What the answers are narrowed to, each choice with how many it leaves. What makes no sense is left out."""

    kind = forms.ChoiceField(label="Kind", required=False)
    agency = forms.ChoiceField(label="Sent by", required=False)
    theme = forms.ChoiceField(label="Theme", required=False)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        agencies = accounts.agencies()
        self._names = {
            "kind": ("All kinds", {one.value: kind_of(one.value, 2) for one in MentionKind}),
            "agency": ("All agencies", {slug: card.name for slug, card in agencies.items()}),
            "theme": ("All themes", {one.value: theme_of(one.value) for one in Theme}),
        }
        for name, (everything, choices) in self._names.items():
            self._offer(name, [("", everything), *choices.items()])

    def narrowed(self) -> Narrowed:
        """What was asked for."""
        self.is_valid()
        return Narrowed(**{name: self.cleaned_data.get(name, "") for name in self._names})

    def count(self, found: Results) -> None:
        """Offer only what is there, with how many answers it leaves."""
        for name, counts in (("kind", found.kinds), ("agency", found.agencies), ("theme", found.themes)):
            everything, choices = self._names[name]
            there = dict(counts)
            there.setdefault(self.cleaned_data.get(name, ""), 0)
            offered = [(value, f"{choices[value]} ({count:,})") for value, count in there.items() if value in choices]
            self._offer(name, [("", everything), *offered])

    @property
    def active(self) -> int:
        """How many are set."""
        return sum(bool(self.cleaned_data.get(name)) for name in self.fields)

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
