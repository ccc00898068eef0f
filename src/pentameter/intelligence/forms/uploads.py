"""Choosing a file and the wave it belongs to."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from pentameter.intelligence.intake.foreign import Reach, Terms
from pentameter.operations.api import WaveCard

_MISSING = "Choose a file first."


class WaveForm(forms.Form):
    """A form about something that belongs to a wave."""

    wave = forms.ChoiceField(
        label="Wave",
        help_text="Reports find their own wave by their dates; this says which operation they are for.",
        error_messages={"required": "Choose a wave.", "invalid_choice": "Choose one of the waves."},
    )

    def __init__(self, *args: Any, waves: Sequence[WaveCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["wave"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(wave.id), f"{wave.operation_name}: {wave.name}") for wave in waves]
        if len(waves) == 1:
            field.widget = forms.HiddenInput()
        self.initial.setdefault("wave", str(waves[0].id) if waves else "")

    @property
    def wave_id(self) -> UUID:
        """The wave that was chosen."""
        return UUID(self.cleaned_data["wave"])


class UploadForm(WaveForm):
    """A file of reports or returns, and on which terms a file that another tool made may come in."""

    file = forms.FileField(
        label="File",
        help_text="Drop it here or choose it: CSV, XLSX or JSON, up to 200 MB. What is wrong is shown to you.",
        error_messages={"required": _MISSING, "missing": _MISSING, "invalid": _MISSING, "empty": "The file is empty."},
    )
    reach = forms.ChoiceField(
        label="Who may read what comes in",
        choices=[
            (Reach.OWN.value, "Nobody but my own agency (3x5x2 code C)"),
            (Reach.SHARED.value, "All whom lawful sharing reaches (3x5x2 code P)"),
        ],
        widget=forms.RadioSelect,
        initial=Reach.OWN.value,
        required=False,
        error_messages={"invalid_choice": "Choose who may read what comes in."},
    )
    conditions = forms.CharField(
        label="Conditions",
        help_text="In words. Conditions that a record carries itself bind it again, whatever you choose.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )
    field_order = ("file", "wave")

    def __init__(self, *args: Any, waves: Sequence[WaveCard], foreign: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, waves=waves, **kwargs)
        if not foreign:
            del self.fields["reach"], self.fields["conditions"]

    @property
    def terms(self) -> Terms:
        """On which terms a file of another tool comes in; the strictest where nothing was chosen."""
        chosen = self.cleaned_data.get("reach") or Reach.OWN
        return Terms(Reach(chosen), self.cleaned_data.get("conditions", ""))
