"""What may be typed about people, agencies and tokens."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from pentameter.accounts.queries.agencies import AgencyFilter, agencies
from pentameter.accounts.queries.entering import address_taken, name_taken
from pentameter.accounts.queries.people import PeopleFilter
from pentameter.accounts.rules import ROLES_OF, Place, may_hold
from pentameter.accounts.services.people import NewPerson
from pentameter.kernel.actor import AgencySector, Jurisdiction, Role
from pentameter.look.fields import DayField

_EVERY = ("", "All")
_HUMAN = sorted(frozenset().union(*ROLES_OF.values()), key=list(Role).index)
_USERNAME = RegexValidator(r"^[a-z0-9][a-z0-9._-]*$", "Use small letters, digits, dots and hyphens: durham.constable")


def role_choices() -> list[tuple[str, str]]:
    """The roles that people hold, as they are said."""
    return [(role.value, role.label.capitalize()) for role in _HUMAN]


def agency_choices(*, current: bool = True) -> list[tuple[str, str]]:
    """Agencies by name."""
    return [(one.slug, one.name) for one in agencies().values() if one.current or not current]


def offered_agencies() -> list[tuple[str, str]]:
    """The agencies of today, to choose one from."""
    return [("", "Choose an agency"), *agency_choices()]


class PlaceForm(forms.Form):
    """A role at an agency. That both fit is checked here too, so that the sentence stands at the field."""

    agency = forms.ChoiceField(
        label="Agency", choices=offered_agencies, error_messages={"required": "Choose their agency."}
    )
    role = forms.ChoiceField(
        label="Role",
        choices=lambda: [("", "Choose a role"), *role_choices()],
        error_messages={"required": "Choose their role."},
    )

    def clean(self) -> dict[str, Any]:
        """Whether the role is one of that agency's."""
        cleaned: dict[str, Any] = super().clean() or {}
        agency = agencies().get(cleaned.get("agency", ""))
        if agency and "role" in cleaned:
            verdict = may_hold(Role(cleaned["role"]), Place(agency.slug, agency.sector, agency.current))
            if not verdict.allowed:
                self.add_error("role", verdict.reason)
        return cleaned


class AddPersonForm(PlaceForm):
    """A new person."""

    name = forms.CharField(
        label="Name",
        max_length=120,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": "Enter their name."},
    )
    username = forms.CharField(
        label="Username",
        max_length=80,
        validators=[_USERNAME],
        help_text="What they sign in with: small letters, digits, dots and hyphens.",
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Enter a username for them."},
    )
    email = forms.EmailField(
        label="E-mail address at work",
        help_text="By it their agency's own sign-in knows them. Pentameter sends nothing to it.",
        widget=forms.EmailInput({"autocomplete": "off"}),
        error_messages={
            "required": "Enter their e-mail address.",
            "invalid": "This is not an e-mail address. Write it as name@example.org",
        },
    )
    field_order = ("name", "username", "email", "agency", "role")

    def clean_username(self) -> str:
        """A username that nobody has."""
        username: str = self.cleaned_data["username"]
        if name_taken(username):
            raise ValidationError("Someone has this username. Choose another.")
        return username

    def clean_email(self) -> str:
        """An address that nobody has."""
        email: str = self.cleaned_data["email"]
        if address_taken(email):
            raise ValidationError("Someone has this e-mail address already.")
        return email

    def person(self) -> NewPerson:
        """What was typed, once it is valid."""
        given = self.cleaned_data
        return NewPerson(given["username"], given["name"], given["email"], given["agency"], Role(given["role"]))


class MovePersonForm(PlaceForm):
    """The agency and role that a person goes on in."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class LinkForm(forms.Form):
    """A one-time link."""

    forget_factors = forms.BooleanField(
        label="Forget their second factors too",
        required=False,
        help_text="For someone who lost their telephone. They set up a new one when they sign in.",
    )


class TokenForm(forms.Form):
    """A new token for an agency's system."""

    agency = forms.ChoiceField(
        label="Agency", choices=offered_agencies, error_messages={"required": "Choose the agency."}
    )
    label = forms.CharField(
        label="Which system it is for",
        max_length=80,
        help_text="So that you know it again: the records system.",
        error_messages={"required": "Say which system it is for."},
    )
    expires_on = DayField(label="Last day", help_text="A year from now at most. For example, 27 3 2008.")

    def facts(self) -> tuple[str, str, date]:
        """Agency, label and last day, once they are valid."""
        given = self.cleaned_data
        return given["agency"], given["label"], given["expires_on"]


class PeopleFilterForm(forms.Form):
    """What a list of people is narrowed to. What cannot be read is left out."""

    q = forms.CharField(label="Name or username", required=False)
    agency = forms.ChoiceField(label="Agency", required=False, choices=lambda: [_EVERY, *agency_choices(current=False)])
    role = forms.ChoiceField(label="Role", required=False, choices=lambda: [_EVERY, *role_choices()])
    state = forms.ChoiceField(label="Account", required=False, choices=[_EVERY, ("open", "Open"), ("closed", "Closed")])
    page = forms.IntegerField(required=False, min_value=1, max_value=100_000, widget=forms.HiddenInput)

    def narrowed(self) -> PeopleFilter:
        """The filter."""
        self.is_valid()
        given = self.cleaned_data
        return PeopleFilter(
            text=given.get("q", "").strip(),
            agency=given.get("agency", ""),
            role=given.get("role", ""),
            state=given.get("state", ""),
            page=given.get("page") or 1,
        )


class AgencyFilterForm(forms.Form):
    """What the list of agencies is narrowed to."""

    q = forms.CharField(label="Name, now or in 2007", required=False)
    when = forms.ChoiceField(
        label="When", required=False, choices=[_EVERY, ("2007", "Existed in 2007"), ("today", "Exists today")]
    )
    sector = forms.ChoiceField(
        label="Kind", required=False, choices=[_EVERY, *((one.value, one.label.capitalize()) for one in AgencySector)]
    )
    jurisdiction = forms.ChoiceField(
        label="Jurisdiction", required=False, choices=[_EVERY, *((one.value, one.label) for one in Jurisdiction)]
    )

    def narrowed(self) -> AgencyFilter:
        """The filter."""
        self.is_valid()
        given = self.cleaned_data
        return AgencyFilter(
            text=given.get("q", "").strip(),
            sector=given.get("sector", ""),
            jurisdiction=given.get("jurisdiction", ""),
            when=given.get("when", ""),
        )
