"""Tasks and appointments, as typed."""

from collections.abc import Sequence
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from pentameter.look.fields import DayField
from pentameter.victims.forms.support import lines
from pentameter.victims.queries.support import AnyEntry
from pentameter.victims.rules.cases import Practical
from pentameter.victims.rules.contents import AppointmentWords, TaskWords
from pentameter.victims.rules.support import EntryKind, EntryState, may_move
from pentameter.victims.services.appointments import Appointment
from pentameter.victims.services.plans import Task


class Versioned(forms.Form):
    """A form about an entry that others may change meanwhile. `version` is the one that the person had opened."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    @property
    def seen(self) -> int:
        """The version that was opened; none is older than all."""
        return self.cleaned_data["version"] or 0

    def again(self, current: AnyEntry) -> dict[str, Any]:
        """The same words, to be saved over `current`."""
        return {**{name: self.data.get(name, "") for name in self.data}, "version": current.version}


class TaskForm(Versioned):
    """What is to be done, by when and by whom."""

    what = forms.CharField(label="What is to be done", max_length=200)
    detail = forms.CharField(label="More about it", widget=lines(3), max_length=4000, required=False)
    due_on = DayField(label="Due on")
    owner = forms.ChoiceField(label="Who answers for it", required=False)

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["owner"]
        if isinstance(owner, forms.ChoiceField):
            owner.choices = [("", "Whoever works with her"), *people]

    @classmethod
    def of(cls, task: AnyEntry, people: Sequence[tuple[str, str]]) -> "TaskForm":
        """The form of a task as it is."""
        said = {"what": task.said.what, "detail": task.said.detail, "due_on": task.until_on}
        return cls(initial={**said, "owner": task.owner, "version": task.version}, people=people)

    @property
    def task(self) -> Task:
        """What was typed."""
        said = self.cleaned_data
        return Task(TaskWords(said["what"], said["detail"]), said["due_on"], said["owner"])


class AppointmentForm(Versioned):
    """When, with whom in general words, and what makes it safe and possible for her."""

    with_whom = forms.CharField(
        label="With whom", max_length=120, help_text="In general words, such as a doctor or a solicitor. Sealed."
    )
    on = DayField(label="Day")
    at = forms.TimeField(
        label="Time",
        input_formats=["%H:%M", "%H.%M", "%H%M", "%H"],
        help_text="Such as 14:30, where her case's law is.",
        error_messages={"invalid": "Write the time as 14:30."},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )
    language = forms.CharField(label="Language of the interpreter", max_length=60, required=False)
    worker_gender = forms.CharField(label="Gender of the worker she asks for", max_length=60, required=False)
    safe_contact = forms.CharField(label="How to reach her safely", widget=lines(2), max_length=1000, required=False)
    note = forms.CharField(label="What to bring or to know", widget=lines(3), max_length=4000, required=False)

    @classmethod
    def beside(cls, practical: Practical) -> "AppointmentForm":
        """A new one, with what is known of what she needs."""
        names = ("language", "worker_gender", "safe_contact")
        return cls(initial={name: getattr(practical, name) for name in names})

    @classmethod
    def of(cls, appointment: AnyEntry, zone: str) -> "AppointmentForm":
        """The form of an appointment as it is."""
        local = appointment.at.astimezone(ZoneInfo(zone)) if appointment.at else None
        when = {"on": local.date(), "at": f"{local:%H:%M}"} if local else {}
        return cls(initial={**appointment.said.as_json(), **when, "version": appointment.version})

    @property
    def appointment(self) -> Appointment:
        """What was typed."""
        said = self.cleaned_data
        words = AppointmentWords(
            said["with_whom"], said["language"], said["worker_gender"], said["safe_contact"], said["note"]
        )
        at: time = said["at"]
        return Appointment(words, said["on"], at)


class SettleForm(Versioned):
    """What became of a task or an appointment."""

    to = forms.ChoiceField(
        label="What became of it",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what became of it.", "invalid_choice": "Choose what became of it."},
    )
    reason = forms.CharField(
        label="Why, or how it went",
        widget=lines(2),
        max_length=4000,
        required=False,
        help_text="Needed where it is cancelled or not needed any more.",
    )

    OUTCOMES = {
        EntryKind.TASK: (("done", "Done"), ("not_needed", "Not needed any more")),
        EntryKind.APPOINTMENT: (
            ("done", "It took place"),
            ("missed", "She could not come"),
            ("cancelled", "Cancelled"),
        ),
    }

    def __init__(self, *args: Any, entry: AnyEntry, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": entry.version}, auto_id="settle_%s", **kwargs)
        self._entry = entry
        again = (("live", "Open again"),)
        to = self.fields["to"]
        if isinstance(to, forms.ChoiceField):
            to.choices = list(self.OUTCOMES[entry.kind] if entry.is_live else again)

    def clean(self) -> dict[str, Any]:
        """The reason, as the rules want it."""
        cleaned = super().clean() or {}
        if to := cleaned.get("to"):
            verdict = may_move(self._entry.kind, self._entry.state, EntryState(to), reason=cleaned.get("reason", ""))
            if not verdict.allowed:
                self.add_error("reason", verdict.reason)
        return cleaned

    @property
    def outcome(self) -> EntryState:
        """What was chosen."""
        return EntryState(self.cleaned_data["to"])
