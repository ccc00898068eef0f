"""What may be typed about a release."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import validate_slug

from pentameter.kernel.clock import LONDON
from pentameter.look.fields import DayField
from pentameter.operations import api as operations
from pentameter.releases.rules.choices import Choice
from pentameter.releases.rules.signing import LONGEST
from pentameter.releases.rules.withholding import LEAST, MOST, THRESHOLD
from pentameter.releases.services.freezing import Plan
from pentameter.releases.shelf.content import Description

_NARROW = {"class": "govuk-input--width-5", "inputmode": "numeric"}
_HINTS = {
    "summary": "What the release shows, in two or three sentences. Everyone reads this first.",
    "source": "Which records the figures were counted from, and whose they are.",
    "method": "How they were counted, and that small counts were withheld.",
    "counting": "What counts once, and who is in no count.",
    "revisions": "Whether and when the figures will be counted anew.",
    "withheld": "What was withheld and why, in plain words.",
    "changed": "For a correction: what changed since the version before, and why.",
}
_LABELS = {
    "summary": "Summary",
    "source": "Source",
    "method": "Method",
    "counting": "Counting rules",
    "revisions": "Revisions",
    "withheld": "What was withheld",
    "changed": "What changed",
}


def _waves() -> list[tuple[str, str]]:
    known = [one.wave for one in operations.every_wave() if not one.wave.is_history]
    return [("", "No wave"), *((str(one.id), f"{one.operation_name}, {one.name}") for one in known)]


class BeginForm(forms.Form):
    """A new release."""

    title = forms.CharField(label="Title", max_length=160)
    slug = forms.CharField(
        label="Address",
        max_length=80,
        validators=[validate_slug],
        help_text="The end of its public address: small letters, numbers and hyphens, like people-found-2007-q4.",
        error_messages={"invalid": "Use small letters, numbers and hyphens alone."},
    )
    wave = forms.ChoiceField(label="Wave", required=False, choices=_waves)
    choices = forms.MultipleChoiceField(
        label="Tables",
        choices=[(one.value, one.words) for one in Choice],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose one table or more."},
    )

    def clean_slug(self) -> str:
        """In small letters."""
        return str(self.cleaned_data["slug"]).lower()

    def clean(self) -> dict[str, Any]:
        """A table of a wave needs the wave."""
        said = super().clean() or {}
        of_a_wave = any(Choice(one).of_a_wave for one in said.get("choices", ()))
        if of_a_wave and not said.get("wave") and "wave" not in self.errors:
            self.add_error("wave", "Some of these tables count one wave. Choose the wave.")
        return said

    @property
    def plan(self) -> Plan:
        """For the service."""
        said = self.cleaned_data
        wave = UUID(said["wave"]) if said["wave"] else None
        return Plan(said["title"].strip(), said["slug"], tuple(Choice(one) for one in said["choices"]), wave)


class RevisionForm(forms.Form):
    """The revision of a version that the person has before them."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class SafeForm(RevisionForm):
    """How tables are made safe."""

    threshold = forms.IntegerField(
        label="Withhold counts below",
        min_value=LEAST,
        max_value=MOST,
        initial=THRESHOLD,
        widget=forms.TextInput(attrs=_NARROW),
        help_text="One threshold for all releases: the first one decides.",
    )


class WordsForm(RevisionForm):
    """The description of a version."""

    def __init__(self, *args: Any, correction: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in _LABELS.items():
            if name == "changed" and not correction:
                continue
            rows = 3 if name == "summary" else 4
            self.fields[name] = forms.CharField(
                label=label,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": rows}),
                help_text=_HINTS[name],
            )

    def over(self, revision: int) -> "WordsForm":
        """The same text, to be kept over a later revision that its writer has seen now."""
        data = {**{name: self.data.get(name, "") for name in self.fields}, "revision": str(revision)}
        form = WordsForm(data, correction="changed" in self.fields)
        form.add_error(
            None, "Somebody changed this release after you opened it. Look at it below; what you typed is still here."
        )
        return form

    @property
    def words(self) -> Description:
        """For the service."""
        return Description(**{name: self.cleaned_data.get(name, "").strip() for name in _LABELS})


class ReaderForm(forms.Form):
    """Somebody who may see it before its time."""

    username = forms.CharField(
        label="Name with which the person signs in",
        max_length=150,
        widget=forms.TextInput(attrs={"spellcheck": "false"}),
    )
    office = forms.CharField(
        label="Office", max_length=200, help_text="Published with the name, like: press officer, national centre."
    )
    because = forms.CharField(
        label="Why before its time",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept in the record.",
    )


class SignForm(RevisionForm):
    """The signature of the second person."""

    day = DayField(label="Day of publication")
    hour = forms.CharField(
        label="Time",
        max_length=5,
        initial="09:30",
        widget=forms.TextInput(attrs=_NARROW),
        help_text="As 09:30, in London. Statistics are published at 09:30.",
    )
    read = forms.BooleanField(
        label="I have read the tables, the description and the attacker's result, and I have not worked on them.",
        error_messages={"required": "Say that you have read it."},
    )

    def clean_hour(self) -> time:
        """The time of day."""
        try:
            return time.fromisoformat(self.cleaned_data["hour"].strip().zfill(5))
        except ValueError:
            raise forms.ValidationError("Write the time as 09:30.") from None

    @property
    def publish_at(self) -> datetime:
        """For the service."""
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["hour"], LONDON)


class ReasonForm(RevisionForm):
    """Why something is sent back, given up or withdrawn."""

    because = forms.CharField(label="Reason", max_length=2_000, widget=forms.Textarea(attrs={"rows": 4}))
