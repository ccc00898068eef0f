"""In which format a network is carried away, and for what purpose."""

from django import forms

from pentameter.entities.interchange.formats import FORMS
from pentameter.entities.interchange.leaving import Format


class ExportForm(forms.Form):
    """A format and a purpose."""

    format = forms.ChoiceField(
        label="Format",
        choices=[(one.value, f"{form.label}: {form.good_for}") for one, form in FORMS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a format.", "invalid_choice": "Choose one of the formats."},
    )
    purpose = forms.CharField(
        label="For what purpose do you need it?",
        help_text="Your words are kept in the record with your name and the time, and stand in the file's manifest.",
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say for what purpose you need it."},
    )

    @property
    def chosen(self) -> Format:
        """The format that was chosen."""
        return Format(self.cleaned_data["format"])
