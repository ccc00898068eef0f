"""What may be typed in retention."""

from datetime import date
from typing import Any, TypedDict, cast

from django import forms

from pentameter.look.fields import DayField
from pentameter.retention.rules.access import Asker
from pentameter.retention.rules.groups import Outcome, reasons

_NO_NAMES = "Do not write names, places or numbers of people. What you write goes when the record goes."


class Said(TypedDict):
    """A reason, and what was said beside it."""

    reason: str
    words: str


def _reason(outcome: Outcome) -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Why?",
        choices=[(one.code, one.words) for one in reasons() if one.outcome is outcome],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why.", "invalid_choice": "Choose one of the reasons."},
    )


def _words(label: str = "In your words", *, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        help_text=_NO_NAMES,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why.", "max_length": "Say it in at most 1,000 characters."},
    )


class RetainForm(forms.Form):
    """Why a record is retained, and until when."""

    reason = _reason(Outcome.RETAIN)
    words = _words()
    until = DayField(label="Until", help_text="On this day it is reviewed again.")

    @property
    def said(self) -> Said:
        """The reason, for the service."""
        return {"reason": str(self.cleaned_data["reason"]), "words": str(self.cleaned_data["words"])}

    @property
    def until_day(self) -> date:
        """The day, for the service."""
        found: date = self.cleaned_data["until"]
        return found


class DisposeForm(forms.Form):
    """Why a record is disposed of."""

    reason = _reason(Outcome.DISPOSE)
    words = _words()

    @property
    def said(self) -> Said:
        """The reason, for the service."""
        return {"reason": str(self.cleaned_data["reason"]), "words": str(self.cleaned_data["words"])}


class HoldForm(forms.Form):
    """Why a record has to be kept whatever its period says."""

    words = _words("Which inquiry, order or claim needs it?", required=True)


class PlainForm(forms.Form):
    """Nothing but the button."""


class HandoverForm(forms.Form):
    """Which agency takes over, and why."""

    receiving = forms.ChoiceField(
        label="Which agency takes over?",
        error_messages={"required": "Choose an agency.", "invalid_choice": "Choose one of the agencies."},
    )
    words = _words("Why does your agency leave?", required=True)

    def __init__(self, data: Any = None, *, choices: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(data)
        cast(forms.ChoiceField, self.fields["receiving"]).choices = [("", "Choose"), *choices]


class AccessForm(forms.Form):
    """Who asks what is held about her."""

    asker = forms.ChoiceField(
        label="Who asks, and how do you know them?",
        choices=[(one.value, one.words) for one in Asker],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who asks.", "invalid_choice": "Choose one of the three."},
    )


class SealForm(forms.Form):
    """The password that seals the file, where it is not handed over in person."""

    password = forms.CharField(
        label="Password",
        required=False,
        max_length=200,
        strip=False,
        help_text="Leave it empty to hand the file over in person. Tell it her by another way than the file.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
