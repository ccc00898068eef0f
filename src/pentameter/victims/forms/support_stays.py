"""Stays and the exit, as typed."""

from datetime import date

from django import forms

from pentameter.look.fields import DayField
from pentameter.victims.forms.support import lines
from pentameter.victims.rules.contents import ExitWords, StayWords
from pentameter.victims.rules.support import STAYS
from pentameter.victims.services.exits import Exit
from pentameter.victims.services.stays import Stay


class WherePurposeForm(forms.Form):
    """For what where she stays is opened."""

    purpose = forms.CharField(
        label="For what purpose do you need it?",
        max_length=500,
        help_text="Such as a visit today. It is kept with your name, and she may ask who has looked.",
        error_messages={"required": "Say for what purpose you need it."},
    )


class StayForm(forms.Form):
    """Where she is from a day on."""

    kind = forms.ChoiceField(
        label="What kind of place",
        choices=list(STAYS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of place it is."},
    )
    agency = forms.CharField(label="Who runs it", max_length=120, required=False)
    where = forms.CharField(
        label="Address",
        widget=lines(3),
        max_length=1000,
        required=False,
        help_text="Sealed from everyone who does not work with her. Leave empty if nobody should have it.",
    )
    since = DayField(label="Since")
    until = DayField(label="Until", required=False, help_text="As far as it is known. Others see only this day.")

    @classmethod
    def on(cls, today: date) -> "StayForm":
        """The form as it is first shown."""
        return cls(initial={"since": today})

    @property
    def stay(self) -> Stay:
        """What was typed."""
        said = self.cleaned_data
        return Stay(StayWords(said["kind"], said["agency"], said["where"]), said["since"], said["until"])


class EndStayForm(forms.Form):
    """That she left, and where she is now is not known here."""

    on = DayField(label="Day on which she left")
    reason = forms.CharField(label="Why", widget=lines(2), max_length=1000, error_messages={"required": "Say why."})


class ExitForm(forms.Form):
    """That she left support."""

    on = DayField(label="Day on which she left")
    reason = forms.CharField(
        label="Why",
        widget=lines(2),
        max_length=1000,
        help_text="In general words, such as that she found a home of her own.",
        error_messages={"required": "Say why."},
    )
    destination = forms.CharField(
        label="Where to", max_length=200, required=False, help_text="In general words, without a place or a name."
    )
    her_words = forms.CharField(
        label="What she said, if she asked to leave",
        widget=lines(3),
        max_length=4000,
        required=False,
        help_text="Needed while support still runs: only she can decide to leave before that.",
    )
    after_care_until = DayField(
        label="After-care until", required=False, help_text="How long the organisation stays at hand."
    )

    @classmethod
    def on_day(cls, today: date) -> "ExitForm":
        """The form as it is first shown."""
        return cls(initial={"on": today})

    @property
    def leaving(self) -> Exit:
        """What was typed."""
        said = self.cleaned_data
        words = ExitWords(said["reason"], said["destination"], said["her_words"])
        return Exit(words, said["on"], said["after_care_until"])
