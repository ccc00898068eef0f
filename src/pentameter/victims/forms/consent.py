"""What she says, as typed."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import cached_property

from pentameter.accounts.api import AgencyCard
from pentameter.kernel import clock
from pentameter.look.fields import DayField
from pentameter.victims.queries.ledger import ConsentFacts
from pentameter.victims.rules.consent import ConsentRow, How, Purpose, Said, may_say
from pentameter.victims.services.consent import Saying

_SHORT = {"class": "govuk-input--width-20", "autocomplete": "off"}
_SAYS = (Said.GIVEN, Said.REFUSED, Said.ASKED)


class HowForm(forms.Form):
    """How she was asked, and a note that is sealed."""

    how = forms.ChoiceField(
        label="How did she say it?",
        choices=[(one.value, one.words.capitalize()) for one in How],
        widget=forms.RadioSelect,
        initial=How.SPOKEN.value,
        error_messages={"required": "Say how she said it."},
    )
    language = forms.CharField(
        label="In which language", required=False, max_length=40, widget=forms.TextInput(attrs=_SHORT)
    )
    interpreter = forms.CharField(
        label="With which interpreter",
        required=False,
        max_length=120,
        help_text="A name, or the number of the interpreting service. Leave empty if there was none.",
    )
    asked_by = forms.CharField(
        label="Who spoke with her", required=False, max_length=120, help_text="Leave empty if it was you."
    )
    note = forms.CharField(
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What she wished to add, or what she was told. Kept sealed with her case.",
    )

    @property
    def chosen_how(self) -> How:
        """How she said it."""
        return How(self.cleaned_data["how"])

    @property
    def facts(self) -> ConsentFacts:
        """What is sealed."""
        said = self.cleaned_data
        names = ("language", "interpreter", "asked_by", "note")
        return ConsentFacts(named=said.get("named", ""), **{name: said[name].strip() for name in names})


class ConsentForm(HowForm):
    """What she was asked, what she said, towards whom and until when."""

    purpose = forms.ChoiceField(
        label="What was she asked?",
        choices=[("", "Choose a purpose"), *((one.value, one.words.capitalize()) for one in Purpose)],
        help_text="Ask for one thing at a time. Record each by itself.",
        error_messages={"required": "Choose what she was asked.", "invalid_choice": "Choose what she was asked."},
    )
    said = forms.ChoiceField(
        label="What did she say?",
        choices=[(one.value, one.words.capitalize()) for one in _SAYS],
        widget=forms.RadioSelect,
        error_messages={"required": "Say what she answered.", "invalid_choice": "Say what she answered."},
    )
    agency = forms.ChoiceField(
        label="Towards which agency",
        required=False,
        help_text="Leave empty if her answer holds for whoever does it for her.",
        error_messages={"invalid_choice": "Choose an agency of the list, or leave it empty."},
    )
    named = forms.CharField(
        label="Or towards which person", required=False, max_length=120, help_text="A name. Kept sealed."
    )
    on = DayField(label="On which day", error_messages={"required": "Enter the day on which she said it."})
    until = DayField(label="Until which day", required=False, help_text="Leave empty if she set no last day.")
    field_order = ["purpose", "said", "agency", "named", "on", "until"]
    today: date

    def offering(self, agencies: Iterable[AgencyCard], today: date) -> "ConsentForm":
        """This form, with the agencies to choose from, on a day."""
        field = self.fields["agency"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Whoever does it for her"), *((one.slug, one.name) for one in agencies)]
        self.today = today
        return self

    def clean(self) -> dict[str, Any]:
        """The days as the rules want them, and one recipient at most."""
        cleaned = super().clean() or {}
        if cleaned.get("agency") and cleaned.get("named"):
            self.add_error("named", "Give an agency or a person, not both. Record them one after the other.")
        if not self.errors and not (verdict := may_say(self._row, today=self.today)).allowed:
            self.add_error("until" if cleaned["on"] <= self.today and cleaned["until"] else "on", verdict.reason)
        return cleaned

    @cached_property
    def _row(self) -> ConsentRow:
        said = self.cleaned_data
        return ConsentRow(
            id=UUID(int=0),
            purpose=Purpose(said["purpose"]),
            said=Said(said["said"]),
            on=said["on"],
            recorded_at=clock.now(),
            until=said["until"],
        )

    @property
    def saying(self) -> Saying:
        """What was typed."""
        row = self._row
        return Saying(
            row.purpose, row.said, self.cleaned_data["agency"], row.on, row.until, self.chosen_how, self.facts
        )
