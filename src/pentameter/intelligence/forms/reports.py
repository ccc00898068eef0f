"""One report by hand, the filters of the list, and purposes."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField

from pentameter.accounts import api as accounts
from pentameter.intelligence.forms.cells import as_cells, chosen
from pentameter.intelligence.forms.uploads import WaveForm
from pentameter.intelligence.intake.columns import COLUMNS
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.intelligence.intake.normalise.agencies import areas
from pentameter.intelligence.queries.reports import NO_AREA, Filter
from pentameter.intelligence.vocabulary import INFORMATION_CODES, SOURCE_CODES, Scheme, Theme
from pentameter.operations.api import WaveCard

_PERSON = ("name", "role", "sex", "dob", "nationality", "document")

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("The report", ("report_ref", "reported_on", "text")),
    ("When and where", ("event_from", "event_to", "force_area", "place", "postcode")),
    ("What it is about", ("theme", "acts", "means", "purposes", "indicators")),
    ("Grade and handling", ("grade_scheme", "source_grade", "information_grade", "malicious")),
    ("Who may be told", ("handling_code", "handling_conditions", "handling_recipients")),
    ("First person", tuple(f"person1_{fact}" for fact in _PERSON)),
    ("Second person", tuple(f"person2_{fact}" for fact in _PERSON)),
    ("Third person", tuple(f"person3_{fact}" for fact in _PERSON)),
    ("Phones and vehicle", ("phone1", "phone2", "vehicle_registration", "vehicle_description")),
    ("Premises and organisation", ("premises_kind", "premises_address", "premises_postcode", "organisation_name")),
    ("Advert and demand", ("advertised", "advert_site", "advert_reference", "price", "currency")),
    ("Links and route", ("links", "route")),
    ("Kept apart", ("original_text", "source_identity")),
)
"""The columns of the template in the order in which a person tells of them."""

OPEN = 5
"""So many groups are open; the others unfold, since few reports need them."""


class ReportForm(WaveForm):
    """One report, by the template's columns."""

    def __init__(self, *args: Any, waves: Sequence[WaveCard], **kwargs: Any) -> None:
        super().__init__(*args, waves=waves, **kwargs)
        columns = {column.name: column for column in COLUMNS[FileKind.REPORTS]}
        for _, names in GROUPS:
            for name in names:
                self.fields[name] = chosen(columns[name])
                self.fields[name].required = False
        self.fields["report_ref"].widget.attrs["autofocus"] = True

    def cells(self) -> dict[str, str]:
        """The report as a row of the template."""
        return as_cells({name: value for name, value in self.cleaned_data.items() if name != "wave"})

    def groups(self) -> list[tuple[str, list[BoundField], bool]]:
        """The groups with their fields, and whether each is open: those that hold something wrong always are."""
        made = [(heading, [self[name] for name in names]) for heading, names in GROUPS]
        return [
            (heading, bound, number < OPEN or any(one.errors or one.value() for one in bound))
            for number, (heading, bound) in enumerate(made)
        ]


class PurposeForm(forms.Form):
    """For what something is needed."""

    purpose = forms.CharField(
        label="For what purpose do you need it?",
        help_text="Your words are kept in the record with your name and the time.",
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say for what purpose you need it."},
    )


class FilterForm(forms.Form):
    """What a list of reports is narrowed to. What makes no sense is left out."""

    words = forms.CharField(label="Words or reference", required=False, max_length=100)
    wave = forms.ChoiceField(label="Wave", required=False)
    theme = forms.ChoiceField(label="Theme", required=False)
    agency = forms.ChoiceField(label="Sent by", required=False)
    area = forms.ChoiceField(label="Area", required=False)
    source = forms.ChoiceField(label="Source grade", required=False)
    information = forms.ChoiceField(label="Information grade", required=False)
    week = forms.DateField(required=False, widget=forms.HiddenInput())
    advertised = forms.BooleanField(label="Advertised only", required=False)

    def __init__(self, data: Mapping[str, Any], *, waves: Sequence[WaveCard]) -> None:
        super().__init__(data)
        themes = [(theme.value, theme.value.replace("_", " ").capitalize()) for theme in Theme]
        self._offer("wave", "All waves", [(str(one.id), f"{one.operation_name}: {one.name}") for one in waves])
        self._offer("theme", "All themes", themes)
        self._offer("agency", "All agencies", [(slug, card.name) for slug, card in accounts.agencies().items()])
        self._offer("area", "All areas", [(NO_AREA, "No area given"), *((area, area) for area in areas())])
        self._offer("source", "All", [*_any_grade(), *_grades(SOURCE_CODES)])
        self._offer("information", "All", _grades(INFORMATION_CODES))

    def filter(self) -> Filter:
        """The filter that was asked for."""
        asked = self.cleaned_data if self.is_valid() or hasattr(self, "cleaned_data") else {}
        scheme, _, source = asked.get("source", "").partition("/")
        other, _, information = asked.get("information", "").partition("/")
        return Filter(
            wave=UUID(asked["wave"]) if asked.get("wave") else None,
            agency=asked.get("agency", ""),
            area=asked.get("area", ""),
            theme=asked.get("theme", ""),
            scheme=scheme or other,
            source_grade=source,
            information_grade=information,
            week=asked.get("week"),
            words=asked.get("words", ""),
            advertised=bool(asked.get("advertised")),
        )

    @property
    def active(self) -> int:
        """How many filters are set."""
        return sum(bool(self.cleaned_data.get(name)) for name in self.fields) if self.is_bound else 0

    def _offer(self, name: str, everything: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", everything), *choices]


def _any_grade() -> list[tuple[str, str]]:
    """All grades of one scheme."""
    return [(f"{scheme.value}/", f"{scheme.value}: any grade") for scheme in Scheme]


def _grades(codes: Mapping[Scheme, Mapping[str, str]]) -> list[tuple[str, str]]:
    """The codes of all schemes, each named with its own: equal letters of two schemes are not the same."""
    return [
        (f"{scheme.value}/{code}", f"{scheme.value}: {code}, {meaning}")
        for scheme, of_scheme in codes.items()
        for code, meaning in of_scheme.items()
    ]
