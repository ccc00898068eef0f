"""Operations and waves, as typed."""

from typing import Any

from django import forms

from pentameter.look.fields import DayField
from pentameter.operations.queries.cards import WaveCard
from pentameter.operations.rules.waves import may_run
from pentameter.operations.services.operations import WavePlan


class OperationForm(forms.Form):
    """A new operation."""

    name = forms.CharField(max_length=120, error_messages={"required": "Give the operation a name."})
    slug = forms.SlugField(
        label="Short name",
        max_length=64,
        help_text="For addresses and files: small letters, digits and hyphens, such as pentameter-3. It stays.",
        error_messages={
            "required": "Give the operation a short name.",
            "invalid": "The short name may hold letters without accents, digits and hyphens only.",
        },
    )
    purpose = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}), required=False, help_text="What it is for, in a sentence or two."
    )

    def clean_slug(self) -> str:
        """Words that pages of ours have as their address are taken."""
        slug: str = self.cleaned_data["slug"].lower()
        if slug in ("new", "waves"):
            raise forms.ValidationError(f"{slug} cannot be a short name. Choose another.")
        return slug


class WaveForm(forms.Form):
    """A wave's name, days and note. `version` is the one that the person had opened."""

    name = forms.CharField(max_length=120, error_messages={"required": "Give the wave a name."})
    starts_on = DayField(
        label="First day",
        help_text="For example, 3 10 2007.",
        error_messages={"required": "Enter the first day of the wave."},
    )
    ends_on = DayField(label="Last day", required=False, help_text="Leave empty while no end is set.")
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text="What others should know of these days, such as what is still to confirm.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    @classmethod
    def of(cls, wave: WaveCard) -> "WaveForm":
        """The form of a wave as it is."""
        names = ("name", "starts_on", "ends_on", "note", "version")
        return cls(initial={name: getattr(wave, name) for name in names})

    def clean(self) -> dict[str, Any]:
        """The days as the rules want them."""
        cleaned = super().clean() or {}
        if cleaned.get("starts_on") and not (verdict := may_run(cleaned["starts_on"], cleaned.get("ends_on"))).allowed:
            self.add_error("ends_on", verdict.reason)
        return cleaned

    @property
    def plan(self) -> WavePlan:
        """What was typed."""
        said = self.cleaned_data
        return WavePlan(said["name"], said["starts_on"], said["ends_on"], said["note"])

    def over(self, current: WaveCard) -> "WaveForm":
        """The same words again, to be saved over `current`."""
        return WaveForm({**{name: self.data.get(name, "") for name in self.data}, "version": current.version})
