"""What was done about an alert, as typed."""

from django import forms


class DoneForm(forms.Form):
    """The note that closes an alert."""

    note = forms.CharField(
        label="What was done",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="So that whoever comes after you need not ask. It is kept sealed with her case.",
    )
