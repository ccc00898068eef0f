"""What is typed of her side of a prosecution."""

from django import forms

from pentameter.decisions.rules.court_side import Entry, Progress, Side
from pentameter.look.fields import DayField, TellingForm


class EntryForm(TellingForm):
    """An entry."""

    side = forms.ChoiceField(
        label="What is recorded", choices=[(one.value, one.words) for one in Side], widget=forms.RadioSelect
    )
    reference = forms.CharField(
        label="Investigation",
        max_length=20,
        help_text="Its reference, for example J-7K2M-9QXD. The force that leads it knows it.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "class": "govuk-input--width-10"}),
    )
    progress = forms.ChoiceField(
        label="How far", choices=[(one.value, one.words.capitalize()) for one in Progress], widget=forms.RadioSelect
    )
    on = DayField(label="Day")
    words = forms.CharField(
        label="What",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What she was told and by whom, or what was asked for or given. No place where she stays.",
    )

    @property
    def entry(self) -> Entry:
        """What was typed."""
        said = self.cleaned_data
        return Entry(Side(said["side"]), Progress(said["progress"]), said["on"], said["words"])


class StrikeForm(TellingForm):
    """Why an entry is struck out."""

    reason = forms.CharField(
        label="Reason",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say in a few words what was wrong."},
    )
