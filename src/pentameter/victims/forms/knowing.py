"""Who needs to know a case, as typed."""

from collections.abc import Sequence
from typing import Self

from django import forms

from pentameter.look.fields import DayField
from pentameter.victims.services.knowing import Colleague

_OFF = {"autocomplete": "off", "spellcheck": "false"}


class AssignForm(forms.Form):
    """Who works with her."""

    person = forms.UUIDField(
        label="Who works with her",
        widget=forms.Select,
        error_messages={"required": "Choose who works with her.", "invalid": "Choose one of the list."},
    )

    def offering(self, colleagues: Sequence[Colleague]) -> Self:
        """The form with these colleagues to choose from."""
        field = self.fields["person"]
        field.widget = forms.Select(choices=[("", "Choose"), *((one.id, one.name) for one in colleagues)])
        return self


class ShareForm(forms.Form):
    """With whom the case is shared, until when and for what."""

    username = forms.CharField(
        label="Username",
        help_text="Of the person with whom the case is shared, as they sign in.",
        max_length=150,
        widget=forms.TextInput(attrs=_OFF),
        error_messages={"required": "Enter the username of the person."},
    )
    until = DayField(
        label="Until",
        help_text="The last day on which they may open it, such as 27 3 2027. At most 90 days from now.",
        error_messages={"required": "Enter the last day."},
    )
    purpose = forms.CharField(
        label="For what purpose?",
        help_text="And that she agrees. Your words are kept with your name and the time.",
        max_length=500,
        widget=forms.TextInput(attrs=_OFF),
        error_messages={"required": "Say for what purpose the case is shared."},
    )


class GlassForm(forms.Form):
    """Breaking the glass in an emergency."""

    reference = forms.CharField(
        label="Reference",
        help_text="As it was given to you, such as H-7K2M-9QXD.",
        max_length=20,
        widget=forms.TextInput(attrs={**_OFF, "class": "govuk-input--width-10"}),
        error_messages={"required": "Enter the reference of the case."},
    )
    purpose = forms.CharField(
        label="What is the emergency?",
        help_text="Your words are kept in the record with your name and the time, and the duty desk is alerted.",
        max_length=500,
        widget=forms.TextInput(attrs=_OFF),
        error_messages={"required": "Say what the emergency is."},
    )
