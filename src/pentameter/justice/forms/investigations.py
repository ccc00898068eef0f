"""What is typed of an investigation: its beginning, who takes part, its suspects, and what a list is narrowed to."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from pentameter.justice.queries.listing import STATES, InvestigationFilter
from pentameter.justice.rules.investigations import PLACES
from pentameter.justice.rules.people import Person
from pentameter.justice.services.investigations import Plan
from pentameter.kernel.actor import Jurisdiction
from pentameter.look.fields import DayField, TellingForm

_PLACES = [(one.value, one.label) for one in PLACES]
_NARROW = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})


class FilterForm(forms.Form):
    """What the list is narrowed to."""

    text = forms.CharField(label="Name or reference", required=False, max_length=120, widget=_NARROW)
    place = forms.ChoiceField(label="Jurisdiction", required=False, choices=[("", "Anywhere"), *_PLACES])
    state = forms.ChoiceField(
        label="State", required=False, choices=[("", "Any"), *((name, said) for name, (said, _) in STATES.items())]
    )

    def chosen(self, page: int) -> InvestigationFilter:
        """The filter. What makes no sense narrows nothing."""
        self.is_valid()
        said = getattr(self, "cleaned_data", {})
        return InvestigationFilter(
            text=said.get("text", "").strip(),
            place=Jurisdiction(said["place"]) if said.get("place") else None,
            state=said.get("state", ""),
            page=page,
        )


class OpenForm(TellingForm):
    """A new investigation."""

    name = forms.CharField(
        label="Name", max_length=120, help_text="The name that it goes by. It says nothing of a person.", widget=_NARROW
    )
    jurisdiction = forms.ChoiceField(
        label="Jurisdiction",
        choices=_PLACES,
        widget=forms.RadioSelect,
        help_text="Whose courts will hear it: their law counts.",
    )
    opened_on = DayField(label="Day", help_text="The day on which it began.")
    wave = forms.ChoiceField(label="Wave", required=False, choices=())

    def __init__(self, waves: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["wave"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "None"), *waves]

    @property
    def plan(self) -> Plan:
        """What was typed."""
        said = self.cleaned_data
        wave = UUID(said["wave"]) if said["wave"] else None
        return Plan(said["name"], Jurisdiction(said["jurisdiction"]), said["opened_on"], wave)


class CloseForm(TellingForm):
    """The day on which an investigation was closed."""

    on = DayField(label="Day")


class AgencyForm(TellingForm):
    """Another agency that takes part."""

    agency = forms.ChoiceField(
        label="Agency",
        choices=(),
        help_text="Another force takes part. Prosecutors see the investigation from then on.",
        error_messages={"required": "Choose the agency.", "invalid_choice": "Choose one of the list."},
    )

    def __init__(self, agencies: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["agency"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Choose"), *agencies]


class SuspectForm(TellingForm):
    """A suspect, as far as it is known who it is."""

    name = forms.CharField(
        label="Name",
        max_length=200,
        help_text="Or how the person is called until it is known. Sealed under a key of their own.",
        widget=_NARROW,
    )
    other_names = forms.CharField(label="Other names", required=False, max_length=200, widget=_NARROW)
    born = forms.CharField(
        label="Born",
        required=False,
        max_length=10,
        help_text="As 1989-02-28, 1989-02 or 1989.",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "autocomplete": "off"}),
    )
    sex = forms.ChoiceField(
        label="Sex", required=False, choices=[("", "Not known"), ("female", "Female"), ("male", "Male")]
    )
    nationality = forms.CharField(label="Nationality", required=False, max_length=60, widget=_NARROW)
    document = forms.CharField(label="Number of a document", required=False, max_length=40, widget=_NARROW)
    mention = forms.CharField(
        label="What reports say",
        required=False,
        max_length=300,
        help_text="The address of the person's page under Things. It ties the suspect to what reports say of them.",
        widget=_NARROW,
    )

    def clean_mention(self) -> UUID | None:
        """The identifier in the address."""
        said = self.cleaned_data["mention"].strip().rstrip("/")
        if not said:
            return None
        try:
            return UUID(said.rsplit("/", 1)[-1])
        except ValueError:
            raise forms.ValidationError(
                "This is not the address of a person's page. Open the person under Things and copy the address."
            ) from None

    def clean_born(self) -> str:
        """A date of birth, as far as it is known."""
        said = str(self.cleaned_data["born"]).strip()
        parts = said.split("-")
        if said and not (len(parts) <= _PARTS and all(one.isdigit() for one in parts) and len(parts[0]) == _YEAR):
            raise forms.ValidationError(f"{said} is not a date. Write it as 1989-02-28, or leave it empty.")
        return said

    @property
    def person(self) -> Person:
        """Who it is."""
        said = self.cleaned_data
        names = ("name", "other_names", "born", "sex", "nationality", "document")
        return Person(**{one: str(said.get(one) or "").strip() for one in names})


class ChangeForm(SuspectForm):
    """Who a suspect is, said better. `version` is the one that the person had opened."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @classmethod
    def of(cls, person: Person, mention: UUID | None, version: int) -> "ChangeForm":
        """The form with what is known."""
        return cls(initial={**person.as_json(), "mention": mention or "", "version": version})


_YEAR, _PARTS = 4, 3
