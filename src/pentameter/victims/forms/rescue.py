"""A rescue as typed at night, on a phone: four fields and a language."""

from django import forms

from pentameter.victims.rules.cases import Age, Agreement, Identity, Practical, Whereabouts
from pentameter.victims.rules.languages import LANGUAGE_CHOICES
from pentameter.victims.services.rescue import Rescue

_AGES = ((Age.ADULT, "18 or over"), (Age.MAYBE_CHILD, "May be under 18"), (Age.CHILD, "Under 18"))
_AGREEMENTS = (
    (Agreement.YES, "Yes, she agrees"),
    (Agreement.NOT_ASKED, "Not asked yet"),
    (Agreement.NO, "No, she does not agree"),
)


class RescueForm(forms.Form):
    """What is known of her now. The full record comes later."""

    name = forms.CharField(
        label="What is she called?",
        help_text="As she says it. Leave it empty if she has not said.",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    age = forms.ChoiceField(
        label="How old is she?",
        help_text="Whoever may be under 18 is treated as a child until her age is assessed.",
        choices=[(age.value, words) for age, words in _AGES],
        widget=forms.RadioSelect,
        error_messages={"required": "Say how old she is. If you are not sure, choose that she may be under 18."},
    )
    where = forms.CharField(
        label="Where is she tonight?",
        help_text="Sealed at once: you will not see it again, and nobody sees it who does not work with her.",
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    agreement = forms.ChoiceField(
        label="Does she agree that a support organisation is asked?",
        help_text="For a child no agreement is needed: an organisation is always asked.",
        choices=[(one.value, words) for one, words in _AGREEMENTS],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether she agrees. If nobody has asked her, choose that."},
    )
    language = forms.ChoiceField(
        label="Interpreter's language",
        choices=[("", "Not known, or none needed"), *LANGUAGE_CHOICES],
        required=False,
    )

    @property
    def rescue(self) -> Rescue:
        """What was typed."""
        said = self.cleaned_data
        return Rescue(
            identity=Identity(name=said["name"]),
            age=Age(said["age"]),
            practical=Practical(language=said["language"]),
            whereabouts=Whereabouts(where=said["where"]),
            agreement=Agreement(said["agreement"]),
        )
