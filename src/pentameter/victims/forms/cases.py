"""The list's filters, and the parts of a record as typed. `version` is the one that the person had opened."""

from collections.abc import Mapping
from typing import Any, Self

from django import forms

from pentameter.victims.queries.cases import Version
from pentameter.victims.queries.lists import CaseFilter
from pentameter.victims.rules.cases import Age, Identity, Practical, Whereabouts
from pentameter.victims.rules.identity import read_born
from pentameter.victims.rules.languages import LANGUAGE_CHOICES, spoken
from pentameter.victims.services.changes import WhoSheIs

_OFF = {"autocomplete": "off", "spellcheck": "false"}


def _text(label: str) -> forms.CharField:
    """A line that the browser neither completes nor corrects."""
    return forms.CharField(label=label, max_length=200, required=False, widget=forms.TextInput(attrs=_OFF))


class CaseFilterForm(forms.Form):
    """What the list is narrowed to. What makes no sense is left out."""

    words = forms.CharField(label="Reference", required=False, max_length=40, widget=forms.TextInput(attrs=_OFF))
    state = forms.ChoiceField(
        label="Cases", required=False, choices=[("", "Open"), ("closed", "Closed"), ("all", "Open, closed and erased")]
    )
    support = forms.ChoiceField(
        label="Support",
        required=False,
        choices=[("", "Any"), ("none", "Nobody supports her yet"), ("found", "Supported")],
    )
    who = forms.ChoiceField(
        label="Who works with her", required=False, choices=[("", "Anyone"), ("nobody", "Nobody is assigned")]
    )

    def filter(self) -> CaseFilter:
        """The filter that was asked for."""
        asked = self.cleaned_data if self.is_valid() or hasattr(self, "cleaned_data") else {}
        return CaseFilter(**{name: asked.get(name, "") for name in ("words", "state", "support", "who")})


class VersionedForm(forms.Form):
    """A part of a record. Where somebody was quicker, the same words are saved over theirs, once both were seen."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def over(self, version: int) -> Self:
        """The same words again, to be saved over `version`."""
        return type(self)({**{name: self.data.get(name, "") for name in self.data}, "version": version})

    def beside(self, saved: "VersionedForm") -> list[tuple[str, str, str]]:
        """Each field with what was typed and what is saved now, as people read them."""
        fields = [bound for bound in self.visible_fields() if bound.name in saved.initial]
        return [(str(one.label), _read(one, one.value()), _read(one, saved.initial[one.name])) for one in fields]


class IdentityForm(VersionedForm):
    """Who she is, as she says or as documents say."""

    name = forms.CharField(
        label="What she is called", max_length=200, required=False, widget=forms.TextInput(attrs=_OFF)
    )
    given = _text("Given names")
    surname = _text("Surname")
    other_names = forms.CharField(
        label="Other names",
        help_text="One a line: earlier names, other spellings, names that others call her by.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, **_OFF}),
    )
    born = forms.CharField(
        label="Date of birth",
        help_text="As far as it is known: 1989-02-28, 1989-02 or 1989.",
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={**_OFF, "class": "govuk-input--width-10"}),
    )
    age = forms.ChoiceField(
        label="How old is she?",
        help_text="When she was found. Whoever may be under 18 is treated as a child until her age is assessed.",
        choices=[(age.value, age.words[:1].upper() + age.words[1:]) for age in Age],
        widget=forms.RadioSelect,
    )
    assessed = forms.CharField(
        label="How her age was assessed",
        help_text="Only where she counted as a child until now: who assessed her age, when and how. It is kept.",
        max_length=500,
        required=False,
    )
    sex = forms.ChoiceField(
        label="Sex",
        required=False,
        choices=[("", "Not known"), ("female", "Female"), ("male", "Male"), ("other", "Other, or she does not say")],
    )
    nationality = forms.CharField(
        label="Nationality", max_length=100, required=False, widget=forms.TextInput(attrs=_OFF)
    )
    documents = forms.CharField(
        label="Documents",
        help_text="One a line, with kind and number.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, **_OFF}),
    )
    phones = forms.CharField(
        label="Telephone numbers",
        help_text="One a line. Call only as stated under safe contact.",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, **_OFF}),
    )

    @classmethod
    def of(cls, saved: Version) -> Self:
        """The form of what is saved."""
        return cls(initial={**_typed(saved.identity.as_json()), "age": saved.age.value, "version": saved.number})

    def clean_born(self) -> str:
        """The birth date in the form that is kept."""
        try:
            return read_born(self.cleaned_data["born"])
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from None

    @property
    def who(self) -> WhoSheIs:
        """What was typed."""
        said = {name: self.cleaned_data[name] for name in Identity().as_json()}
        for name in ("other_names", "documents", "phones"):
            said[name] = tuple(filter(None, (line.strip() for line in said[name].splitlines())))
        return WhoSheIs(Identity(**said), Age(self.cleaned_data["age"]), self.cleaned_data["assessed"])


class PracticalForm(VersionedForm):
    """What anyone who speaks with her needs to know."""

    language = forms.ChoiceField(
        label="Language she speaks best",
        required=False,
        choices=[("", "Not known"), *LANGUAGE_CHOICES],
    )
    interpreter = forms.CharField(
        label="Interpreter",
        help_text="Dialect, whether by telephone or in person, and who must not interpret for her.",
        max_length=500,
        required=False,
    )
    worker_gender = forms.ChoiceField(
        label="Who should speak with her",
        required=False,
        choices=[("", "Not asked yet"), ("woman", "A woman"), ("man", "A man"), ("any", "Either")],
    )
    safe_contact = forms.CharField(
        label="Safe contact",
        help_text="How and at what times she can be reached without danger, and what not to do.",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    guardian = forms.CharField(
        label="Guardian or advocate",
        help_text="For whoever is or may be under 18: who, and since when.",
        max_length=300,
        required=False,
    )

    @classmethod
    def of(cls, saved: Version) -> Self:
        """The form of what is saved."""
        facts = saved.practical.as_json()
        return cls(initial={**facts, "language": spoken(facts["language"]), "version": saved.number})

    @property
    def practical(self) -> Practical:
        """What was typed."""
        return Practical(**{name: self.cleaned_data[name] for name in Practical().as_json()})


class WhereaboutsForm(VersionedForm):
    """Where she is. What was saved before is not shown: it takes a purpose to open that."""

    where = forms.CharField(
        label="Where she is",
        max_length=500,
        widget=forms.TextInput(attrs=_OFF),
        error_messages={"required": "Say where she is."},
    )
    since = forms.CharField(label="Since when", max_length=60, required=False, widget=forms.TextInput(attrs=_OFF))
    note = forms.CharField(
        label="What whoever goes there needs to know",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, **_OFF}),
    )

    @property
    def whereabouts(self) -> Whereabouts:
        """What was typed."""
        return Whereabouts(**{name: self.cleaned_data[name] for name in Whereabouts().as_json()})


class ReasonForm(forms.Form):
    """Why a case is closed, or opened again."""

    reason = forms.CharField(
        label="Why?",
        help_text="Your words are kept in the record with your name and the time. Name nobody in them.",
        max_length=500,
        widget=forms.TextInput(attrs=_OFF),
        error_messages={"required": "Say why."},
    )


class PurposeForm(forms.Form):
    """For what something sealed is needed."""

    purpose = forms.CharField(
        label="For what purpose do you need it?",
        help_text="Your words are kept in the record with your name and the time.",
        max_length=500,
        widget=forms.TextInput(attrs=_OFF),
        error_messages={"required": "Say for what purpose you need it."},
    )


def _read(bound: forms.BoundField, value: object) -> str:
    """A value as people read it: of a choice, its words."""
    choices = dict(getattr(bound.field, "choices", ()))
    return str(choices.get(value, value) or "") if value else ""


def _typed(facts: Mapping[str, Any]) -> dict[str, str]:
    """Facts as they were typed: several of a kind one a line."""
    return {name: "\n".join(value) if isinstance(value, tuple) else value for name, value in facts.items()}
