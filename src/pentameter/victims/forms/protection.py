"""What bears on protection, as typed."""

from typing import Any

from django import forms

from pentameter.kernel.actor import Role
from pentameter.look.fields import DayField
from pentameter.victims.rules.events import Clock, Event, EventKind, Outcome
from pentameter.victims.rules.recording import typed_by
from pentameter.victims.services.determinations import Determination

_READ = "Decision-makers read this. Do not write where she is or how she is supported."


class RecordForm(forms.Form):
    """One thing that happened. Which fields it needs depends on its kind; the rules say what is missing."""

    kind = forms.ChoiceField(label="What happened")
    on = DayField(
        label="Day",
        required=False,
        help_text="The day on which it happened, for example 27 3 2008. Leave it empty only if nobody knows: "
        "until it is known, everything counts as protected.",
    )
    outcome = forms.ChoiceField(
        label="How it went",
        required=False,
        choices=[("", "Not a decision"), *((one.value, one.value.capitalize()) for one in Outcome)],
    )
    about = forms.ChoiceField(
        label="Which decision it concerns",
        required=False,
        help_text="For reconsiderations.",
        choices=[
            ("", "None"),
            (EventKind.REASONABLE_GROUNDS.value, "Reasonable grounds"),
            (EventKind.CONCLUSIVE_GROUNDS.value, "Conclusive grounds"),
        ],
    )
    until = DayField(label="Until", required=False, help_text="For an extension: its last day.")
    clock = forms.ChoiceField(
        label="What is extended",
        required=False,
        choices=[("", "Both"), (Clock.REMOVAL.value, "Protection from removal"), (Clock.SUPPORT.value, "Support")],
    )
    decider = forms.CharField(label="Who decided it", required=False, max_length=200)
    reasons = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 4}), help_text=_READ)
    review_on = DayField(label="Next review", required=False, help_text="For the review of a determination.")

    def __init__(self, *args: Any, role: Role, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.value, f"{kind.words[0].upper()}{kind.words[1:]}") for kind in typed_by(role)]
        self.fields["kind"] = forms.ChoiceField(label="What happened", choices=[("", "Choose"), *kinds])

    @property
    def event(self) -> Event:
        """What was typed."""
        said = self.cleaned_data
        return Event(
            kind=EventKind(said["kind"]),
            on=said["on"],
            outcome=Outcome(said["outcome"]) if said["outcome"] else None,
            about=EventKind(said["about"]) if said["about"] else None,
            until=said["until"],
            clock=Clock(said["clock"]) if said["clock"] else None,
            decider=said["decider"],
            reasons=said["reasons"],
            review_on=said["review_on"],
        )


class DeterminationForm(forms.Form):
    """An early end. Nothing may be left empty."""

    on = DayField(label="Day of the determination", help_text="Protection runs to the end of this day.")
    ground = forms.ChoiceField()
    evidence = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}), help_text="What it rests on, and where that is kept."
    )
    decider = forms.CharField(label="Who decided it", max_length=200)
    reasons = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="In words of your own, with what speaks against it. They are kept for ever.",
    )
    review_on = DayField(label="Review on", help_text="On or before this day somebody looks at it again.")

    def __init__(self, *args: Any, grounds: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(one, one.replace("_", " ").capitalize()) for one in grounds]
        self.fields["ground"] = forms.ChoiceField(
            choices=[("", "Choose"), *known], help_text="Those that the rules of this case know."
        )

    @property
    def determination(self) -> Determination:
        """What was typed."""
        names = ("on", "ground", "evidence", "decider", "reasons", "review_on")
        return Determination(**{name: self.cleaned_data[name] for name in names})


class StrikeForm(forms.Form):
    """Why an event is struck out."""

    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=f"What was wrong, and how you know. It stays readable beside the event. {_READ}",
    )
