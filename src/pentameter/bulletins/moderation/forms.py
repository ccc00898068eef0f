"""What moderators may type and choose."""

from datetime import date
from uuid import UUID

from django import forms

from pentameter.bulletins.comments import our_rules
from pentameter.bulletins.comments.rules.ladder import WORDS, Step
from pentameter.bulletins.moderation.rules.acts import Act
from pentameter.bulletins.moderation.rules.closing import Chosen
from pentameter.bulletins.moderation.rules.ladder import SUSPENSIONS
from pentameter.bulletins.moderation.services.deciding import Judgement
from pentameter.look.fields import DayField

RULES = [("", "None"), *((rule.code, rule.short) for rule in our_rules.CURRENT.rules)]


class DecideForm(forms.Form):
    """One act with a comment. The act is the button that was pressed."""

    act = forms.ChoiceField(
        choices=[(act.value, act.value) for act in Act if act not in (Act.UNDO, Act.HIDE)],
        widget=forms.HiddenInput,
        error_messages={"required": "Press the button of what you decide."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    wording_version = forms.IntegerField(widget=forms.HiddenInput)
    rule = forms.ChoiceField(label="Rule that it breaks", required=False, choices=RULES)
    words = forms.CharField(
        label="Why",
        help_text="The writer is told, except why you approve or pass on.",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    note = forms.CharField(
        label="Note for colleagues", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def judgement(self, comment_id: UUID) -> Judgement:
        """What was decided."""
        given = dict(self.cleaned_data)
        return Judgement(comment_id, Act(given.pop("act")), **given)


class StepForm(forms.Form):
    """A step of the ladder."""

    step = forms.ChoiceField(
        label="Step", choices=[(one.value, WORDS[one][0]) for one in Step], widget=forms.RadioSelect
    )
    days = forms.TypedChoiceField(
        label="For how long, if suspended", coerce=int, choices=[(days, f"{days} days") for days in SUSPENSIONS]
    )
    rule = forms.ChoiceField(label="Rule", required=False, choices=RULES)
    words = forms.CharField(
        label="Why", help_text="The reader is told.", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class SecondForm(forms.Form):
    """A second moderator's word."""

    agrees = forms.TypedChoiceField(
        choices=[("yes", "Withdraw"), ("no", "Do not")], coerce=lambda value: value == "yes", widget=forms.HiddenInput
    )


class LiftForm(forms.Form):
    """Lifting a step."""

    because = forms.CharField(
        label="Why", help_text="The reader is told.", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class AnswerForm(forms.Form):
    """Answering an appeal."""

    upheld = forms.TypedChoiceField(
        label="Your answer",
        choices=[("yes", "Upheld: put it right"), ("no", "Not upheld: it stays as it is")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label="Why", help_text="The reader is told.", max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class SettingForm(forms.Form):
    """How an article takes comments."""

    taking = forms.ChoiceField(
        label="Comments",
        choices=[
            ("open", "Open"),
            ("closed", "Closed"),
            ("held", "Held for legal reasons: closed, and nothing that was written is shown"),
        ],
        widget=forms.RadioSelect,
    )
    closes_on = DayField(label="First day on which they are closed", required=False)
    after_days = forms.IntegerField(
        label="Or: close after this many days from today", required=False, min_value=1, max_value=3650
    )
    shows = forms.BooleanField(label="What stands is shown while they are closed", required=False)
    checked_first = forms.BooleanField(
        label="A person reads each comment before it appears",
        help_text="Otherwise one of a known reader appears by itself, if each of its words is public already.",
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.CharField(label="Why", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self) -> dict[str, object]:
        """Two ways of saying when are one too many."""
        given = super().clean() or self.cleaned_data
        if given.get("closes_on") and given.get("after_days"):
            self.add_error("after_days", "Enter a day or a number of days, not both.")
        return given

    def chosen(self, today: date) -> Chosen:
        """What was chosen."""
        given = self.cleaned_data
        after = given["after_days"]
        return Chosen(
            is_open=given["taking"] == "open",
            closes_on=date.fromordinal(today.toordinal() + after) if after else given["closes_on"],
            shows=given["shows"],
            held=given["taking"] == "held",
            checked_first=given["checked_first"],
        )
