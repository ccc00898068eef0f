"""Asking an organisation, and its answer, as typed."""

from collections.abc import Iterable

from django import forms

from pentameter.accounts.api import AgencyCard
from pentameter.victims.rules.referrals import ALWAYS, CHOICES, ReferralKind
from pentameter.victims.services.referrals import Asking

_CHOOSE = {"required": "Choose the organisation to ask.", "invalid_choice": "Choose the organisation to ask."}


class AskForm(forms.Form):
    """Whom to ask for what, and what to send."""

    asked = forms.ChoiceField(label="Which organisation", error_messages=_CHOOSE)
    kind = forms.ChoiceField(
        label="What for",
        choices=[(one.value, one.words.capitalize()) for one in ReferralKind],
        widget=forms.RadioSelect,
        initial=ReferralKind.SUPPORT.value,
        error_messages={"required": "Say what it is asked for."},
    )
    chosen = forms.MultipleChoiceField(
        label="What to send beside reference, age and language",
        choices=[(name, label) for name, label in CHOICES.items() if name not in (*ALWAYS, "words")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="They see this and nothing else until they take her case on. Where she is is never sent.",
    )
    words = forms.CharField(
        label="What they need to know",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What she needs. Leave out where she is, and whatever they need not know to answer.",
    )

    def offering(self, agencies: Iterable[AgencyCard]) -> "AskForm":
        """This form, with the organisations to choose from."""
        field = self.fields["asked"]
        if isinstance(field, forms.ChoiceField):
            choices = ((one.slug, f"{one.name}, {one.jurisdiction.label}") for one in agencies)
            field.choices = [("", "Choose an organisation"), *choices]
        return self

    @property
    def asking(self) -> Asking:
        """What was typed."""
        said = self.cleaned_data
        return Asking(said["asked"], ReferralKind(said["kind"]), tuple(said["chosen"]), said["words"])


class ReasonForm(forms.Form):
    """Why it is rejected or taken back."""

    reason = forms.CharField(
        label="Why",
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In a sentence. Kept sealed with her case.",
        error_messages={"required": "Say why, so that others know what to do next."},
    )
