"""What is typed of something that happened: one form, with the fields that its kind needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms

from pentameter.justice.rules.grounds import grounds
from pentameter.justice.rules.kinds import ABOUT_A_CHARGE, OTHER, OUTCOMES, WITH_OFFENCE, Kind, Outcome
from pentameter.justice.rules.laws import offences
from pentameter.justice.rules.orders import ORDERS
from pentameter.justice.rules.screen import Check, Looked
from pentameter.justice.services.recording import ALL, Saying
from pentameter.kernel.actor import Jurisdiction
from pentameter.look.fields import DayField, TellingForm


@dataclass(frozen=True, slots=True)
class About:
    """What a form has to know of the suspect: whose law counts, the charges as (id, words), the version."""

    place: Jurisdiction
    charges: tuple[tuple[str, str], ...]
    version: int


class EventForm(TellingForm):
    """Something that happened. `version` is the one that the person had opened."""

    on = DayField(label="Day", help_text="The day on which it happened, not the day on which you learned of it.")
    outcome = forms.ChoiceField(label="How", widget=forms.RadioSelect)
    about = forms.ChoiceField(label="Charge", widget=forms.RadioSelect)
    offence = forms.ChoiceField(label="Offence")
    first = DayField(
        label="Day of the offence",
        help_text="Or the first of its days. The law of those days counts.",
        error_messages={"required": "Enter the day of the offence, or the first of its days."},
    )
    last = DayField(label="Last day of the offence", required=False)
    confirmed = forms.CharField(
        label="Law checked",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Where the register says that days of the law are to confirm: where you found that it was in force.",
    )
    note = forms.CharField(label="Note", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, kind: Kind, about: About, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"version": about.version})
        super().__init__(*args, **kwargs)
        self.kind, self.known = kind, about
        self._choose("outcome", _outcomes(kind, about.place), _ASKS.get(kind, "How"))
        both = [(ALL, "All of them")] if len(about.charges) > 1 else []
        self._choose("about", [*about.charges, *both] if kind in ABOUT_A_CHARGE else [])
        self._choose("offence", _offences(kind, about.place) if kind in {*WITH_OFFENCE, Kind.VERDICT} else [])
        if kind is Kind.VERDICT:
            offence = self.fields["offence"]
            offence.label, offence.required, offence.help_text = "Convicted of", False, _INSTEAD
        if kind is not Kind.CHARGED:
            for name in ("first", "last", "confirmed"):
                del self.fields[name]
        if len(about.charges) == 1 and kind in ABOUT_A_CHARGE:
            self.fields["about"].initial = about.charges[0][0]

    @property
    def saying(self) -> Saying:
        """What was typed."""
        said = self.cleaned_data
        outcome = said.get("outcome")
        return Saying(
            kind=self.kind,
            on=said["on"],
            outcome=Outcome(outcome) if outcome else None,
            offence=said.get("offence") or "",
            first=said.get("first"),
            last=said.get("last"),
            about=said.get("about") or "",
            confirmed=said.get("confirmed") or "",
            note=said.get("note") or "",
        )

    def _choose(self, name: str, choices: Iterable[tuple[str, str]], label: str = "") -> None:
        """Give a field its choices; without any it is not asked."""
        given, field = list(choices), self.fields[name]
        if not given:
            del self.fields[name]
        elif isinstance(field, forms.ChoiceField):
            field.choices = given if name != "offence" else [("", "Choose"), *given]
            field.label = label or field.label


_INSTEAD = "Only where the court convicted of another offence instead of the one charged."
_ASKS = {
    Kind.CHARGED: "How",
    Kind.PLEADED: "Plea",
    Kind.VERDICT: "Verdict",
    Kind.SENTENCED: "Sentence",
    Kind.ORDERED: "Order",
    Kind.APPEAL_DECIDED: "Decision",
}


def _outcomes(kind: Kind, place: Jurisdiction) -> list[tuple[str, str]]:
    if kind is Kind.ORDERED:
        return [(one.kind.value, one.shown) for one in ORDERS.get(place, ())]
    known = (one for one in OUTCOMES.get(kind, ()) if one is not Outcome.PETITION or place is Jurisdiction.SCOTLAND)
    return [(one.value, one.words.capitalize()) for one in known]


def _offences(kind: Kind, place: Jurisdiction) -> list[tuple[str, str]]:
    """The laws of the place; the oldest stay, since an offence is charged under the law of its day."""
    mark = ", to confirm"
    held = [
        (one.code, f"{one.name} ({one.law}{mark if one.to_confirm else ''})")
        for one in offences()
        if place in one.spans
    ]
    return [*held, (OTHER, "Another offence, not in the register")] if kind in (Kind.ARRESTED, Kind.VERDICT) else held


class CheckForm(TellingForm):
    """The non-punishment check."""

    on = DayField(label="Day", help_text="The day on which you looked. A day that is past is shown with the check.")
    looked = forms.MultipleChoiceField(
        label="What you looked at",
        choices=[(one.value, one.words) for one in Looked],
        error_messages={"required": "Choose at least one thing that you looked at."},
        widget=forms.CheckboxSelectMultiple,
    )
    ground = forms.ChoiceField(
        label="Ground",
        required=False,
        widget=forms.RadioSelect,
        help_text="Not needed where nothing points to a victim.",
    )
    outcome = forms.ChoiceField(
        label="Outcome",
        choices=[(one.value, one.words.capitalize()) for one in OUTCOMES[Kind.CHECKED]],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how the check ended."},
    )
    reasons = forms.CharField(
        label="Reasons",
        error_messages={"required": "Say in a sentence why, so that another person understands it."},
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="In your own words: what you found, and why the ground does or does not protect this person. The "
        "forces of the investigation read it: do not write whether somebody is protected.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    knew = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, place: Jurisdiction, version: int, knew: str, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"version": version, "knew": knew})
        super().__init__(*args, **kwargs)
        field = self.fields["ground"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.code, one.shown) for one in grounds(place)]

    @property
    def check(self) -> Check:
        """What was typed."""
        said = self.cleaned_data
        outcome = Outcome(said["outcome"]) if said["outcome"] else None
        return Check(outcome, said["ground"], frozenset(Looked(one) for one in said["looked"]), said["reasons"])


class MarkForm(TellingForm):
    """A mark that a suspect may be a victim."""

    words = forms.CharField(
        label="What you saw or heard",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="In a sentence. Sealed; those of the investigation read it.",
        error_messages={"required": "Say in a sentence what you saw or heard."},
    )


class StrikeForm(TellingForm):
    """Why something is struck out."""

    reason = forms.CharField(
        label="Reason",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What was wrong. The row stays readable, with this reason.",
        error_messages={"required": "Say in a sentence why it is struck out."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
