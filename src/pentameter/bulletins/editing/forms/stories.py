"""Writing a story and a translation, and what is said at each step."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django import forms

from pentameter.bulletins.editing.queries.stories import StoryCard
from pentameter.bulletins.editing.rules.states import State
from pentameter.bulletins.editing.rules.wording import NOTE, SUMMARY, TEXT, TITLE
from pentameter.bulletins.editing.services.writing import Written
from pentameter.bulletins.site.vocabulary import Language, Subject
from pentameter.kernel.clock import LONDON
from pentameter.look.fields import DayField

SUBJECTS = [(one.value, one.words) for one in Subject]


class WordsForm(forms.Form):
    """Title, summary and text. What was typed is kept as it was typed."""

    title = forms.CharField(label="Title", max_length=TITLE, error_messages={"required": "Enter a title."})
    summary = forms.CharField(
        label="Summary",
        required=False,
        max_length=SUMMARY,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One or two sentences. Lists, feeds and the share card show them.",
    )
    text = forms.CharField(
        label="Text",
        required=False,
        max_length=TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22, "class": "wide"}),
    )

    @property
    def written(self) -> Written:
        """What was typed."""
        said = self.cleaned_data
        return Written(said["title"], said["summary"], said["text"])


class StartForm(WordsForm):
    """A new story."""

    subject = forms.ChoiceField(label="Subject", choices=SUBJECTS)
    field_order: Sequence[str] = ("title", "subject", "summary", "text")

    @property
    def subject_chosen(self) -> Subject:
        """What it is about."""
        return Subject(self.cleaned_data["subject"])


class StoryForm(StartForm):
    """A story as it stands. `version` is the one that the person had opened."""

    correction = forms.CharField(
        label="What is corrected, and why",
        required=False,
        max_length=NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Readers see this above the text, with the day. Earlier corrections stay.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    field_order = ("correction", "title", "subject", "summary", "text", "version")

    def __init__(self, *args: Any, public: bool, **kwargs: Any) -> None:
        """`public`: readers saw it already, so that what is written now corrects it."""
        super().__init__(*args, **kwargs)
        if not public:
            del self.fields["correction"]

    @classmethod
    def of(cls, card: StoryCard) -> "StoryForm":
        """The form of a story as it is."""
        initial = {
            "title": card.line.title,
            "subject": card.line.subject.value,
            "summary": card.summary,
            "text": card.text,
            "correction": card.correction,
            "version": card.version,
        }
        return cls(initial=initial, public=card.public)

    def over(self, version: int) -> "StoryForm":
        """The same words again, to be saved over what is there now."""
        typed = {name: self.data.get(name, "") for name in self.fields}
        return StoryForm({**typed, "version": version}, public="correction" in self.fields)


class TranslationForm(WordsForm):
    """A translation. Without a speaker's word it says that it is to be confirmed."""

    checked = forms.BooleanField(
        label="I speak this language, and have read it against the English",
        required=False,
        help_text="Otherwise the page says that a speaker has still to confirm it.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @classmethod
    def of(cls, card: StoryCard, language: Language) -> "TranslationForm":
        """The form of a translation as it is; empty where there is none."""
        there = card.translations.get(language)
        names = ("title", "summary", "text")
        said = {name: getattr(there, name) if there else "" for name in names}
        return cls(initial={**said, "checked": bool(there and there.checked_by), "version": card.version})

    def over(self, version: int) -> "TranslationForm":
        """The same words again, to be saved over what is there now."""
        typed = {name: self.data.get(name, "") for name in self.fields if name in self.data}
        return TranslationForm({**typed, "version": version})


class StepForm(forms.Form):
    """A step that needs no words."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @property
    def opened(self) -> int:
        """The version that the person had opened; none where it was not sent."""
        return int(self.cleaned_data.get("version") or 0) if self.is_valid() else 0


class BackForm(StepForm):
    """Letting it be written on."""

    note = forms.CharField(
        label="What should change", required=False, max_length=NOTE, widget=forms.Textarea(attrs={"rows": 4})
    )


class WithdrawForm(StepForm):
    """Withdrawing it."""

    because = forms.CharField(
        label="Why it is withdrawn",
        max_length=NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="The public reads this at the bulletin's address, for good. Name nobody.",
        error_messages={"required": "Say why it is withdrawn. Readers see it at its address."},
    )

    def say(self, reason: str) -> "WithdrawForm":
        """The same form, with what is missing said on top."""
        self.add_error(None, reason)
        return self


class ScheduleForm(StepForm):
    """The time at which it is published by itself."""

    on = DayField(label="Day", error_messages={"required": "Enter the day."})
    at = forms.TimeField(
        label="Time, in London",
        help_text="For example 09:30.",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "autocomplete": "off"}),
        error_messages={"required": "Enter the time.", "invalid": "This is not a time. Write it as 09:30."},
    )

    @property
    def publish_at(self) -> datetime:
        """The moment that was chosen."""
        at: time = self.cleaned_data["at"]
        return datetime.combine(self.cleaned_data["on"], at, tzinfo=LONDON)

    def say(self, reason: str) -> "ScheduleForm":
        """The same form, with what is wrong said on top."""
        self.add_error(None, reason)
        return self


class FilterForm(forms.Form):
    """Which stories are shown."""

    state = forms.ChoiceField(
        label="State",
        required=False,
        choices=[("", "All but dropped"), *((one.value, one.words.capitalize()) for one in State)],
    )

    @property
    def chosen(self) -> State | None:
        """The state, if one was chosen."""
        said = self.cleaned_data.get("state") if self.is_valid() else ""
        return State(said) if said else None
