"""What an auditor may type."""

from django import forms

from pentameter.audit.events import Event
from pentameter.audit.queries import RecordFilter
from pentameter.look.fields import DayField


def said(event: str) -> str:
    """An event as people say it: "Report read"."""
    return event.replace("_", " ").capitalize()


class PurposeForm(forms.Form):
    """Why the record is read."""

    purpose = forms.CharField(
        label="For what purpose do you read the record?",
        help_text="For example the reference of a complaint or of an inspection. It is kept with every page you open.",
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say for what purpose you read the record."},
    )


class LookersForm(forms.Form):
    """Which record."""

    subject_id = forms.CharField(
        label="The record's id",
        help_text="As it stands in the address of the record's page, or in a row of the audit record.",
        max_length=64,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Enter the record's id."},
    )


class RecordForm(forms.Form):
    """Which rows of the record."""

    actor = forms.CharField(label="Person", required=False, max_length=64)
    event = forms.ChoiceField(
        label="What happened",
        required=False,
        choices=[("", "Anything"), *sorted((event.value, said(event)) for event in Event)],
    )
    subject_id = forms.CharField(
        label="Record's id",
        required=False,
        max_length=64,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)
    subject_type = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput())
    before = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput())

    @property
    def filter(self) -> RecordFilter:
        """The filter that was chosen; what makes no sense is left out, and said at its field."""
        self.is_valid()
        return RecordFilter(**{name: value for name, value in self.cleaned_data.items() if value})

    @property
    def active(self) -> int:
        """How many filters are set."""
        self.is_valid()
        return sum(bool(value) for name, value in self.cleaned_data.items() if name != "before")
