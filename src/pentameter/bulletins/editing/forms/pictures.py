"""Adding a picture: it is not taken without words for those who do not see it."""

from django import forms

from pentameter.bulletins.editing.picturing import Remade, remade
from pentameter.kernel.verdict import Refused


class PictureForm(forms.Form):
    """A picture, what it shows, and whose it is."""

    file = forms.FileField(
        label="Picture",
        help_text="JPEG, PNG or WebP, 8 MB at most. Where and with what it was taken is left out.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages={"required": "Choose a picture.", "empty": "This file is empty. Choose another one."},
    )
    alternative = forms.CharField(
        label="What it shows",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Read aloud to those who do not see it. Nobody in it may be recognised.",
        error_messages={"required": "Say what the picture shows, for those who do not see it."},
    )
    credit = forms.CharField(
        label="Credit", required=False, max_length=160, help_text="Whose picture it is, as it stands below it."
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def clean_file(self) -> Remade:
        """The picture, made anew."""
        try:
            return remade(self.cleaned_data["file"].read())
        except Refused as refusal:
            raise forms.ValidationError(refusal.reason) from refusal

    def say(self, reason: str) -> "PictureForm":
        """The same form, with what is wrong said on top."""
        self.add_error(None, reason)
        return self
