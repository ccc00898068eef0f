"""A file to attach, as sent."""

from typing import Any

from django import forms

from pentameter.victims.rules.attachments import LIMIT, inspect, too_large
from pentameter.victims.services.attachments import Upload

_MISSING = "Choose a file first."


class AttachForm(forms.Form):
    """One file, and in a few words what it is. What it may be is said by the rules, from its bytes."""

    about = forms.CharField(label="What it is", max_length=200, required=False, help_text="Such as a doctor's letter.")
    file = forms.FileField(
        label="File",
        max_length=1000,
        help_text=f"A PDF, a PNG or JPEG picture, or plain text, up to {LIMIT // 1024**2} MB.",
        error_messages={"required": _MISSING, "missing": _MISSING, "invalid": _MISSING, "empty": "The file is empty."},
    )

    def clean_file(self) -> bytes:
        """The bytes, if they are what may be attached."""
        sent: Any = self.cleaned_data["file"]
        if sent.size > LIMIT:
            raise forms.ValidationError(too_large())
        content: bytes = sent.read()
        self._name = str(sent.name)
        found = inspect(content)
        if found.type is None:
            raise forms.ValidationError(found.verdict.reason)
        return content

    @property
    def upload(self) -> Upload:
        """What was sent."""
        return Upload(self._name, self.cleaned_data["file"], self.cleaned_data["about"])
