"""A removal list, or one name; and the duty desk's reason."""

from typing import Any

from django import forms

from pentameter.decisions.reading import NotADate, born, country
from pentameter.kernel import clock

_MISSING = "Choose the list first."
_PLAIN = {"autocomplete": "off", "spellcheck": "false"}


class SendListForm(forms.Form):
    """A list as a file."""

    file = forms.FileField(
        label="List",
        help_text="CSV or XLSX, up to 10 MB and 20,000 lines: id, name or given_name and surname, dob, sex, "
        "nationality, doc_no.",
        error_messages={
            "required": _MISSING,
            "missing": _MISSING,
            "invalid": _MISSING,
            "empty": "The file is empty. Check that the right file was saved.",
        },
    )


class OneNameForm(forms.Form):
    """One person, as a line of a list would name them."""

    name = forms.CharField(
        label="Name",
        max_length=200,
        widget=forms.TextInput(attrs=_PLAIN),
        error_messages={"required": "Write the name."},
    )
    dob = forms.CharField(
        label="Date of birth",
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={**_PLAIN, "class": "govuk-input--width-10"}),
        help_text="For example 1989-02-28, or the year alone.",
    )
    sex = forms.ChoiceField(
        label="Sex", required=False, choices=[("", "Not told"), ("female", "Female"), ("male", "Male")]
    )
    nationality = forms.CharField(
        label="Nationality",
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={**_PLAIN, "class": "govuk-input--width-20"}),
    )
    doc_no = forms.CharField(
        label="Number of a passport or identity card",
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={**_PLAIN, "class": "govuk-input--width-20"}),
    )

    def clean_dob(self) -> str:
        """A date that says something."""
        text: str = self.cleaned_data["dob"]
        try:
            born(text, clock.today())
        except NotADate as problem:
            sentence = f"“{text}” is not a date of birth. Write it as 1989-02-28, or leave it empty."
            raise forms.ValidationError(sentence) from problem
        return text

    def clean_nationality(self) -> str:
        """A country that is known."""
        text: str = self.cleaned_data["nationality"]
        if text.strip() and not country(text):
            raise forms.ValidationError(f"“{text}” is not a country that is known here. Correct it, or leave it empty.")
        return text

    @property
    def cells(self) -> dict[str, str]:
        """As a row of a list."""
        return {"id": "1", **{name: str(value) for name, value in self.cleaned_data.items()}}


class ReasonForm(forms.Form):
    """Why the desk says so, and which version of the line it was said of."""

    reason = forms.CharField(
        label="Why",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What you compared and whom you asked. It is kept with the line.",
        error_messages={"required": "Say why: the reason is kept with the line."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": "Load the page again."})

    @property
    def said(self) -> dict[str, Any]:
        """For the service."""
        return {"reason": self.cleaned_data["reason"], "version": self.cleaned_data["version"]}


class VersionForm(forms.Form):
    """Which version of the line was meant."""

    version = forms.IntegerField(widget=forms.HiddenInput)
