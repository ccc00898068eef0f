"""What is typed about a matter."""

from typing import Any

from django import forms

from pentameter.decisions.queries.matters import MatterFilter
from pentameter.decisions.rules.drafts import Draft
from pentameter.decisions.rules.states import RESULTS, Kind, Result, State
from pentameter.decisions.rules.wholeness import GROUNDS_OF_LAW
from pentameter.decisions.rules.wording import REASONS_HINT, WEIGHT_HINT
from pentameter.look.fields import DayField

HOW = (
    ("in_person", "Given to her, with an interpreter where she needs one"),
    ("through_caseworker", "Through her caseworker"),
    ("through_lawyer", "Through her lawyer"),
    ("post", "By post"),
)


class FilterForm(forms.Form):
    """What the list is narrowed to."""

    kind = forms.ChoiceField(
        label="Decision on", required=False, choices=[("", "Anything"), *((one.value, one.words) for one in Kind)]
    )
    state = forms.ChoiceField(
        required=False, choices=[("", "To be done"), *((one.value, one.words) for one in State)], label="State"
    )
    mine = forms.BooleanField(required=False, label="Taken up by me")

    def chosen(self, page: int) -> MatterFilter:
        """The filter. What makes no sense narrows nothing."""
        said = self.cleaned_data if self.is_valid() else {}
        return MatterFilter(
            kind=Kind(said["kind"]) if said.get("kind") else None,
            state=State(said["state"]) if said.get("state") else None,
            mine=bool(said.get("mine")),
            page=page,
        )


class OpenForm(forms.Form):
    """A new matter on a person whose case is known."""

    kind = forms.ChoiceField(
        label="What is to be decided",
        choices=[(one.value, one.words.capitalize()) for one in Kind if one is not Kind.RECONSIDERATION],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is to be decided."},
    )
    opened_on = DayField(label="Received on", required=False, help_text="Leave empty for today.")

    @property
    def of_kind(self) -> Kind:
        """What is to be decided."""
        return Kind(self.cleaned_data["kind"])


class ReferenceForm(OpenForm):
    """A new matter, by the reference of the hold."""

    reference = forms.CharField(
        label="Hold reference",
        max_length=20,
        help_text="For example H-7K2M-9QXD.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "class": "govuk-input--width-10"}),
        error_messages={"required": "Enter the hold reference."},
    )
    field_order = ("reference", "kind", "opened_on")


class DraftForm(forms.Form):
    """What a decision says. `version` is the one that the person had opened."""

    result = forms.ChoiceField(label="The decision", required=False, widget=forms.RadioSelect)
    decided_on = DayField(label="Day of the decision", required=False, help_text="As a rule it is today.")
    facts = forms.CharField(
        label="Facts", required=False, widget=forms.Textarea(attrs={"rows": 5}), help_text="Which facts it rests on."
    )
    basis = forms.ChoiceField(
        label="If there was a positive decision before",
        required=False,
        choices=[("", "There was none, or something happened after it"), ("old", "Everything happened before it")],
        help_text="In the second case no second period begins by itself; that takes a discretion, which is recorded.",
    )
    weight = forms.CharField(
        label="The weight of her account",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=WEIGHT_HINT,
    )
    reasons = forms.CharField(
        label="Reasons", required=False, widget=forms.Textarea(attrs={"rows": 7}), help_text=REASONS_HINT
    )
    ground = forms.ChoiceField(
        label="Ground",
        required=False,
        choices=[("", "None"), *GROUNDS_OF_LAW.items()],
        help_text="As the rule names it.",
    )
    evidence = forms.CharField(label="Evidence", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    until = DayField(label="Last day of the leave", required=False)
    review_on = DayField(label="To be looked at again on", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, kind: Kind, *args: Any, heard: bool = False, **kwargs: Any) -> None:
        """The form of a kind. `heard`: there is an account that is weighed."""
        super().__init__(*args, **kwargs)
        self.kind, self.heard = kind, heard
        result = self.fields["result"]
        if isinstance(result, forms.ChoiceField):
            result.choices = [(one.value, one.words.capitalize()) for one in RESULTS[kind]]
        for name in _unused(kind, heard):
            del self.fields[name]

    @classmethod
    def of(cls, kind: Kind, draft: Draft, version: int, *, heard: bool) -> "DraftForm":
        """The form of a matter as it is."""
        initial = {**{name: getattr(draft, name) for name in _NAMES}, "version": version}
        initial["result"] = draft.result.value if draft.result else ""
        return cls(kind, initial=initial, heard=heard)

    @property
    def draft(self) -> Draft:
        """What was typed."""
        said = {name: self.cleaned_data[name] for name in _NAMES if self.cleaned_data.get(name)}
        result = said.pop("result", "")
        return Draft(result=Result(result) if result else None, **said)

    def over(self, version: int) -> "DraftForm":
        """The same words again, to be saved over what is there now."""
        typed = {name: self.data.get(name, "") for name in self.data}
        return DraftForm(self.kind, {**typed, "version": version}, heard=self.heard)

    def say(self, reason: str) -> "DraftForm":
        """The same form, with what is missing said on top."""
        self.add_error(None, reason)
        return self


_NAMES = ("result", "decided_on", "facts", "basis", "weight", "reasons", "ground", "evidence", "until", "review_on")


def _unused(kind: Kind, heard: bool) -> set[str]:
    """Fields that a decision of this kind has no use for."""
    unused = set()
    if not heard:
        unused.add("weight")
    if kind is not Kind.DISQUALIFICATION:
        unused |= {"ground", "evidence", "review_on"}
    if kind is not Kind.REASONABLE_GROUNDS:
        unused.add("basis")
    if kind is not Kind.LEAVE:
        unused.add("until")
    return unused


class TakeUpForm(forms.Form):
    """Taking a matter up. Only a late request asks for a reason."""

    because = forms.CharField(
        label="Why it is taken up although it came late", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @property
    def said(self) -> tuple[str, int]:
        """The reason, and the version that the person had opened; none where it was not sent."""
        said = self.cleaned_data if self.is_valid() else {}
        return str(said.get("because", "")), int(said.get("version") or 0)


class WithdrawForm(forms.Form):
    """Withdrawing a matter."""

    because = forms.CharField(
        label="Why it is not decided any more",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why it is withdrawn."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class ServeForm(forms.Form):
    """When and how she was given the decision."""

    served_on = DayField(
        label="Given to her on", error_messages={"required": "Enter the day on which she was given it."}
    )
    how = forms.ChoiceField(
        label="How", choices=HOW, widget=forms.RadioSelect, error_messages={"required": "Choose how she was given it."}
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def say(self, reason: str) -> "ServeForm":
        """The same form, with what is missing said on top."""
        self.add_error(None, reason)
        return self


class ReconsiderForm(forms.Form):
    """Asking on her behalf that a decision is looked at again."""

    because = forms.CharField(
        label="What should be looked at again, and why",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Say what should be looked at again."},
    )
    late_because = forms.CharField(
        label="If it is late: why",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Only after the last day. A late request is taken if it says why it is late.",
    )

    def say(self, reason: str) -> "ReconsiderForm":
        """The same form, with what is missing said on top."""
        self.add_error(None, reason)
        return self
