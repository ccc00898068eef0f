"""Questions of policy, as typed. They are put neutrally, and every entry names its source."""

from typing import Any

from django import forms

from pentameter.justice.rules.laws import offences
from pentameter.justice.rules.questions import State, is_question
from pentameter.justice.services.questions import NewEntry
from pentameter.kernel.actor import Jurisdiction
from pentameter.look.fields import DayField

PLACES = [(one.value, one.label) for one in Jurisdiction]


class EntryForm(forms.Form):
    """What happened with a question. `seen` is how much of it the person had before them."""

    state = forms.ChoiceField(
        label="How it stands since then",
        choices=[("", "Choose"), *((one.value, one.words.capitalize()) for one in State)],
        error_messages={"required": "Choose how the question stands since then."},
    )
    on = DayField(
        label="On which day",
        help_text="For example, 3 10 2007.",
        error_messages={"required": "Enter the day on which it happened."},
    )
    said = forms.CharField(
        label="What happened",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Who said or decided what, as it was published. No view of yours or of Pentameter's belongs here.",
        error_messages={"required": "Say what happened, as it was published."},
    )
    source = forms.CharField(
        label="Where it was published",
        max_length=300,
        help_text="Enough for another person to find it: a title and a date, or an address.",
        error_messages={"required": "Name the source. Nothing is kept here without one."},
    )
    to_confirm = forms.BooleanField(
        label="Something of it is to confirm",
        required=False,
        help_text="The mark is shown wherever the entry is shown.",
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    @property
    def entry(self) -> NewEntry:
        """What was typed."""
        said = self.cleaned_data
        return NewEntry(State(said["state"]), said["on"], said["said"], said["source"], said["to_confirm"])

    def again(self, seen: int) -> "EntryForm":
        """The same words over what the question has become."""
        return EntryForm({**{name: self.data.get(name, "") for name in self.data}, "seen": seen})


class QuestionForm(EntryForm):
    """A new question, with the first thing that is known of it."""

    text = forms.CharField(
        label="The question",
        max_length=300,
        help_text="Put so that every answer is open. For example: Should paying for sexual services be an offence?",
        error_messages={"required": "Enter the question."},
    )
    jurisdiction = forms.ChoiceField(
        label="Where",
        choices=[("", "Choose"), *PLACES],
        error_messages={"required": "Choose whose law the question is about."},
    )
    law = forms.ChoiceField(label="The law that it is about", required=False, choices=[])
    field_order = ("text", "jurisdiction", "law", "state", "on", "said", "source", "to_confirm")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        laws = [(one.code, f"{one.law}: {one.name}") for one in offences()]
        self.fields["law"] = forms.ChoiceField(
            label="The law that it is about",
            required=False,
            choices=[("", "None of the register"), *laws],
            error_messages={"invalid_choice": "Choose a law from the list, or none."},
        )
        self.order_fields(self.field_order)

    def clean_text(self) -> str:
        """A question leaves its answer open."""
        text: str = self.cleaned_data["text"]
        verdict = is_question(text)
        if not verdict.allowed:
            raise forms.ValidationError(verdict.reason)
        return text


class StrikeForm(forms.Form):
    """Why an entry is struck."""

    reason = forms.CharField(
        label="What was wrong with it",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what was wrong with the entry."},
    )
