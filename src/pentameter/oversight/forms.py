"""What may be typed in oversight."""

from typing import TypedDict

from django import forms

from pentameter.intelligence.intake.normalise.postcodes import is_whole, parse
from pentameter.oversight.rules.reviews import Outcome


class Found(TypedDict):
    """What a second person found."""

    outcome: Outcome
    reason: str


class ReviewForm(forms.Form):
    """What a second person found, and why."""

    outcome = forms.ChoiceField(
        label="What did you find?",
        choices=[(one.value, one.words[0].upper() + one.words[1:]) for one in Outcome],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you found.", "invalid_choice": "Choose one of the two."},
    )
    reason = forms.CharField(
        label="Why?",
        help_text="Whom you asked, and what they said. Do not write names of people whose records these are.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why.", "max_length": "Say it in at most 1,000 characters."},
    )

    @property
    def found(self) -> Found:
        """What was found, for the service."""
        return {"outcome": Outcome(self.cleaned_data["outcome"]), "reason": str(self.cleaned_data["reason"])}


class HomeForm(forms.Form):
    """Where one lives."""

    postcode = forms.CharField(
        label="Your home postcode or Eircode",
        help_text="Such as DH1 3XX, or D02 X285. It is kept as a mark from which nobody can read it back.",
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "class": "govuk-input--width-10"}),
        error_messages={"required": "Enter your postcode."},
    )

    def clean_postcode(self) -> str:
        """The postcode as it is printed."""
        found = parse(str(self.cleaned_data["postcode"]))
        if found is None or not is_whole(found):
            raise forms.ValidationError("This is no whole postcode. Write it as DH1 3XX, or an Eircode as D02 X285.")
        return found
