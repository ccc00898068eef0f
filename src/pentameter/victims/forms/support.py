"""Assessments, notes and flags, as typed."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms

from pentameter.look.fields import DayField
from pentameter.victims.queries.support import AnyEntry
from pentameter.victims.rules.support import LEVELS, EntryKind, FlagKind
from pentameter.victims.services.assessments import Assessment
from pentameter.victims.services.flags import Flag

REVIEW = timedelta(days=28)
"""How far ahead the next look at an assessment is proposed."""


def lines(rows: int, **attrs: str) -> forms.Textarea:
    """A box for several lines of text."""
    return forms.Textarea(attrs={"rows": rows, **attrs})


class AssessmentForm(forms.Form):
    """An assessment that takes the place of the one that stands. `seen` is that one."""

    level = forms.ChoiceField(widget=forms.RadioSelect, error_messages={"required": "Choose a level."})
    words = forms.CharField(
        label="What was found",
        widget=lines(6),
        max_length=8000,
        help_text="What she says, what was seen, what protects her already. It is sealed.",
        error_messages={"required": "Write what was found."},
    )
    on = DayField(label="Day of the assessment")
    review_on = DayField(label="To be looked at again on", help_text="Within a year.")
    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, kind: EntryKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kind = kind
        level = self.fields["level"]
        if isinstance(level, forms.ChoiceField):
            level.choices = list(LEVELS[kind].items())

    def beside(self, standing: AnyEntry | None, today: date) -> "AssessmentForm":
        """The form as it is first shown, beside the assessment that stands."""
        self.initial = {"on": today, "review_on": today + REVIEW, "seen": standing.id if standing else None}
        return self

    def over(self, standing: AnyEntry | None, why: str) -> "AssessmentForm":
        """The same words again, to take the place of the one that stands now."""
        typed = {name: self.data.get(name, "") for name in self.data}
        again = AssessmentForm({**typed, "seen": standing.id if standing else ""}, kind=self._kind)
        again.add_error(None, why)
        return again

    @property
    def assessment(self) -> Assessment:
        """What was typed."""
        said = self.cleaned_data
        seen: UUID | None = said["seen"]
        return Assessment(self._kind, said["level"], said["words"], said["on"], said["review_on"], seen)


class NoteForm(forms.Form):
    """A note."""

    text = forms.CharField(
        label="Note",
        widget=lines(5),
        max_length=20_000,
        help_text="It is sealed, and cannot be changed later. To correct it, write another.",
        error_messages={"required": "Write something first."},
    )


class FlagForm(forms.Form):
    """A flag."""

    kind = forms.ChoiceField(
        label="What has to be known",
        choices=[(one.value, one.words) for one in FlagKind],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what has to be known."},
    )
    reason = forms.CharField(
        label="Why",
        widget=lines(3),
        max_length=4000,
        help_text="It is sealed. Those outside support see that she is not to be called, and nothing of why.",
        error_messages={"required": "Say why."},
    )
    since = DayField(label="Since")
    until = DayField(label="Last day", required=False, help_text="Leave empty while no end is known.")

    @classmethod
    def on(cls, today: date) -> "FlagForm":
        """The form as it is first shown."""
        return cls(initial={"since": today})

    @property
    def flag(self) -> Flag:
        """What was typed."""
        said = self.cleaned_data
        return Flag(FlagKind(said["kind"]), said["reason"], said["since"], said["until"])


class ReasonForm(forms.Form):
    """Why something ends or goes."""

    reason = forms.CharField(label="Why", widget=lines(3), max_length=4000, error_messages={"required": "Say why."})
