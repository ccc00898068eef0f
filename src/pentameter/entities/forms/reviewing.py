"""What an analyst types at the review queue."""

from collections.abc import Iterable
from typing import Any

from django import forms

from pentameter.entities.queries.queue import QueueFilter
from pentameter.entities.rules.judgements import Finding
from pentameter.entities.rules.naming import KINDS
from pentameter.entities.rules.reviewing import Whom
from pentameter.entities.services.reviewing import Answer, Asking
from pentameter.intelligence.api import Theme

Choices = Iterable[tuple[str, str]]
FINDINGS = {Finding.SAME: "Same", Finding.DIFFERENT: "Different", Finding.UNSURE: "Not sure"}
REASONS = (
    "Another date of birth",
    "Two different documents",
    "Seen in two places at one time",
    "Twins, or brothers and sisters",
    "Parent and child",
    "The phone belongs to who controls them",
    "Both descriptions were compared with a photograph",
)
"""Reasons that are often given, offered while typing."""
_THEMES = [(theme.value, theme.value.replace("_", " ").capitalize()) for theme in Theme]


class QueueFilterForm(forms.Form):
    """What the queue is narrowed to. It stands in the address, so that it can be kept."""

    kind = forms.ChoiceField(label="Kind", required=False, choices=[("", "All"), *KINDS.items()])
    agency = forms.ChoiceField(label="Force or agency of either report", required=False)
    theme = forms.ChoiceField(label="Theme of either report", required=False, choices=[("", "All"), *_THEMES])

    def __init__(self, *args: Any, agencies: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"] = forms.ChoiceField(
            label="Force or agency of either report", required=False, choices=[("", "All"), *agencies]
        )

    @property
    def chosen(self) -> QueueFilter:
        """As the query needs it; what is not known narrows nothing."""
        self.is_valid()
        return QueueFilter(*(str(self.cleaned_data.get(name, "")) for name in ("kind", "agency", "theme")))


class AnswerForm(forms.Form):
    """What is found of a pair, in which version of it, and why."""

    finding = forms.ChoiceField(choices=[(one.value, words) for one, words in FINDINGS.items()])
    reason = forms.CharField(
        label="Reason",
        required=False,
        max_length=2_000,
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "reasons"}),
        help_text="Needed only where you go against what the records say.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": "Load the page again."})

    @property
    def answer(self) -> Answer:
        """For the service."""
        said = self.cleaned_data
        return Answer(Finding(said["finding"]), said["reason"], said["version"])


class AskForm(forms.Form):
    """What the first finds, of whom a second opinion is asked, and why."""

    finding = forms.ChoiceField(
        label="What you think yourself",
        choices=[(one.value, words) for one, words in FINDINGS.items()],
        widget=forms.RadioSelect,
        initial=Finding.UNSURE.value,
    )
    of = forms.ChoiceField(label="Whom you ask", error_messages={"required": "Choose whom you ask."})
    reason = forms.CharField(
        label="What you are unsure of",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Your colleague reads it after the records.",
        error_messages={"required": "Say what you are unsure of, so that your colleague knows where to look."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": "Load the page again."})

    def __init__(self, *args: Any, people: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["of"] = forms.ChoiceField(
            label="Whom you ask",
            choices=[("", "Choose"), *people],
            error_messages={"required": "Choose whom you ask."},
        )

    @property
    def asking(self) -> Asking:
        """For the service."""
        said = self.cleaned_data
        answer = Answer(Finding(said["finding"]), said["reason"], said["version"])
        return Asking(answer, Whom.read(said["of"]))


class UndoForm(forms.Form):
    """Why a judgement is undone."""

    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: a date of birth that was learnt since. It stays beside both acts.",
    )
