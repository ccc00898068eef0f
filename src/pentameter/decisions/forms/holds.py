"""What is typed to ask for a hold."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from pentameter.victims.api import written


class HoldForm(forms.Form):
    """One field: the reference."""

    reference = forms.CharField(
        label="Hold reference",
        max_length=20,
        help_text="As on the paper that she carries, for example H-7K2M-9QXD.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "class": "govuk-input--width-10"}),
    )

    def clean_reference(self) -> Any:
        """A reference in its form; which of them are known is not the form's to say."""
        said = self.cleaned_data["reference"]
        if not written(said):
            raise ValidationError("A hold reference is H and eight letters or digits, like H-7K2M-9QXD. Check it.")
        return written(said)
