"""A week's return, as typed."""

from datetime import date
from typing import Any

from django import forms

from pentameter.look import words
from pentameter.operations.queries.agency import Duty, FiledReturn
from pentameter.operations.rules.returns import Looked, WeekReturn, is_coherent

_COUNT = {"inputmode": "numeric", "class": "govuk-input--width-4", "autocomplete": "off", "spellcheck": "false"}
_WHOLE = {"invalid": "Write a whole number, such as 3.", "min_value": "Write 0 or more."}


class ReturnForm(forms.Form):
    """Which week, whether the agency looked, and what it did."""

    week = forms.DateField(
        widget=forms.Select,
        input_formats=["%Y-%m-%d"],
        error_messages={"required": "Choose the week.", "invalid": "Choose the week."},
    )
    looked = forms.ChoiceField(
        label="What happened?",
        choices=[(one.value, one.words) for one in Looked],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether you looked.", "invalid_choice": "Say whether you looked."},
    )
    people_found = forms.IntegerField(
        label="People found who may be victims",
        required=False,
        min_value=0,
        widget=forms.TextInput(attrs=_COUNT),
        error_messages=_WHOLE,
    )
    arrests = forms.IntegerField(
        required=False, min_value=0, widget=forms.TextInput(attrs=_COUNT), error_messages=_WHOLE
    )
    premises_visited = forms.IntegerField(
        label="Premises visited",
        required=False,
        min_value=0,
        widget=forms.TextInput(attrs=_COUNT),
        error_messages=_WHOLE,
    )
    hours = forms.DecimalField(
        label="Hours of work",
        required=False,
        min_value=0,
        max_digits=8,
        decimal_places=1,
        widget=forms.TextInput(attrs={**_COUNT, "inputmode": "decimal"}),
        error_messages={"invalid": "Write a number, such as 37.5.", "min_value": "Write 0 or more."},
    )
    text = forms.CharField(
        label="In a few words",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What was done. No names and no addresses: all participants read it.",
    )

    @classmethod
    def of(cls, week: date | None, filed: FiledReturn | None) -> "ReturnForm":
        """The form of a week, with what was filed for it."""
        if filed is None:
            return cls(initial={"week": week.isoformat() if week else ""})
        said = filed.said
        names = ("premises_visited", "people_found", "arrests", "hours", "text")
        figures = {name: getattr(said, name) for name in names}
        return cls(initial={"week": said.week.isoformat(), "looked": said.looked.value, **figures})

    def offering(self, duty: Duty) -> "ReturnForm":
        """This form, with the weeks that may be filed today to choose from."""
        weeks = [(cell.week.isoformat(), f"Week of {words.day(cell.week)}: {cell.words}") for cell in duty.open_weeks]
        widget = self.fields["week"].widget
        if isinstance(widget, forms.Select):
            widget.choices = weeks
        return self

    def clean(self) -> dict[str, Any]:
        """What was typed must say one thing."""
        cleaned = super().clean() or {}
        if not self.errors and not (verdict := is_coherent(self.word)).allowed:
            self.add_error("looked", verdict.reason)
        return cleaned

    @property
    def word(self) -> WeekReturn:
        """What was typed."""
        said = self.cleaned_data
        return WeekReturn(
            week=said["week"],
            looked=Looked(said["looked"]),
            premises_visited=said["premises_visited"],
            people_found=said["people_found"],
            arrests=said["arrests"],
            hours=said["hours"],
            text=said["text"],
        )
