"""What may be typed at the desk: a reply, why a tip-off is closed, and the report that is made of it."""

from typing import Any
from uuid import UUID

from django import forms

from pentameter.bulletins.tipdesk.rules.states import Reason
from pentameter.bulletins.tipdesk.services.answering import Answer
from pentameter.bulletins.tipdesk.services.filing import Offered


class VersionForm(forms.Form):
    """The version that the page showed."""

    version = forms.IntegerField(widget=forms.HiddenInput())

    def over(self, version: int) -> None:
        """Let what was typed stand over the version that stands now."""
        self.data = {**dict(self.data.items()), "version": str(version)}


class AnswerForm(VersionForm):
    """A reply to the sender."""

    words = forms.CharField(
        label="Write to the sender",
        help_text="Whoever has the code reads it on the public site. Write no name, and nothing that is not to go out.",
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        error_messages={"required": "Write what the sender is to read."},
    )
    asks = forms.BooleanField(label="It asks something: wait for an answer", required=False)

    @property
    def answer(self) -> Answer:
        """The reply."""
        return Answer(self.cleaned_data["words"], self.cleaned_data["asks"])


class CloseForm(VersionForm):
    """Why it is closed without a report."""

    reason = forms.ChoiceField(
        label="Why no report is made of it",
        choices=[(one.value, one.words.capitalize()) for one in Reason],
        widget=forms.RadioSelect(),
    )

    @property
    def why(self) -> Reason:
        """The reason."""
        return Reason(self.cleaned_data["reason"])


class FileForm(VersionForm):
    """The report, graded."""

    wave = forms.ChoiceField(label="Wave")
    reported_on = forms.DateField(label="Date of the report", widget=forms.DateInput(attrs={"type": "date"}))
    text = forms.CharField(
        label="What is reported",
        help_text=(
            "In your words, with nothing that shows who the sender is. What the sender wrote goes along sealed, as the "
            "words before sanitising. Pictures do not: say what they show."
        ),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    theme = forms.ChoiceField(label="Theme")
    place = forms.CharField(label="Place", required=False, max_length=120)
    scheme = forms.ChoiceField(label="Grading scheme")
    source_grade = forms.ChoiceField(
        label="Source grade", help_text="Of a sender whom nobody knows, in most cases that it is not tested."
    )
    information_grade = forms.ChoiceField(label="Information grade")
    handling_code = forms.ChoiceField(label="Handling code")
    handling_conditions = forms.CharField(label="Handling conditions", required=False, max_length=500)

    def __init__(self, *args: Any, offered: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (
            ("wave", offered.waves),
            ("theme", offered.themes),
            ("scheme", offered.schemes),
            ("source_grade", offered.sources),
            ("information_grade", offered.information),
            ("handling_code", offered.handling),
        ):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", "Choose"), *choices] if len(choices) > 1 else list(choices)

    def clean(self) -> dict[str, Any]:
        """All three codes are of the scheme that was chosen."""
        said = super().clean() or self.cleaned_data
        for name in _CODES:
            scheme, _, _code = str(said.get(name, "")).partition("/")
            if said.get(name) and said.get("scheme") and scheme != said["scheme"]:
                self.add_error(name, f"Choose a code of {said['scheme']}, the scheme of this grade.")
        return said

    @property
    def wave_id(self) -> UUID:
        """The wave."""
        return UUID(self.cleaned_data["wave"])

    def cells(self) -> dict[str, str]:
        """The report as a row of the template."""
        said = self.cleaned_data
        codes = {name: str(said[name]).partition("/")[2] for name in _CODES}
        plain = {name: str(said[name]) for name in ("text", "theme", "place", "handling_conditions")}
        return {**plain, **codes, "grade_scheme": said["scheme"], "reported_on": said["reported_on"].isoformat()}

    def tell(self, wrong: tuple[tuple[str, str], ...]) -> None:
        """Say what the intake found wrong, at the field where there is one."""
        for name, sentence in wrong:
            field = "scheme" if name == "grade_scheme" else name
            self.add_error(field if field in self.fields else None, sentence)


_CODES = ("source_grade", "information_grade", "handling_code")
