"""An agency's part in a wave, as typed."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django import forms

from pentameter.accounts.api import AgencyCard
from pentameter.look.fields import DayField
from pentameter.operations.queries.coverage import Participant
from pentameter.operations.rules.involvement import Involvement
from pentameter.operations.services.participation import Part


class PartForm(forms.Form):
    """Level, plan and first day. `replaces` is the part that the person had opened."""

    level = forms.ChoiceField(
        label="Level of involvement",
        choices=[(one.value, one.words.capitalize()) for one in Involvement],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a level of involvement."},
    )
    plan = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text="What the agency means to do, in words. No names and no addresses: all participants read it.",
    )
    since = DayField(label="From", error_messages={"required": "Enter the day from which this holds."})
    replaces = forms.UUIDField(widget=forms.HiddenInput, required=False)

    @classmethod
    def of(cls, current: Participant, today: date) -> "PartForm":
        """The form of an agency's present part."""
        said = {"level": current.level.value, "plan": current.plan, "since": today, "replaces": current.id}
        return cls(initial=said)

    def part(self, agency: str) -> Part:
        """What was typed."""
        said = self.cleaned_data
        return Part(agency, Involvement(said["level"]), said["plan"].strip(), said["since"], said["replaces"])

    def over(self, current: UUID | None) -> "PartForm":
        """The same words again, to take the place of `current`."""
        return PartForm({**{name: self.data.get(name, "") for name in self.data}, "replaces": str(current or "")})


class JoinForm(PartForm):
    """An agency that does not take part yet, and the part that it is to take."""

    agency = forms.ChoiceField(error_messages={"required": "Choose an agency.", "invalid_choice": "Choose an agency."})
    field_order = ["agency"]

    def offering(self, agencies: Iterable[AgencyCard]) -> "JoinForm":
        """This form, with the agencies to choose from."""
        field = self.fields["agency"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Choose an agency"), *((one.slug, one.name) for one in agencies)]
        return self


class EndForm(forms.Form):
    """The last day of an agency's part."""

    part = forms.UUIDField(widget=forms.HiddenInput)
    on = DayField(label="Last day", error_messages={"required": "Enter the last day."})
