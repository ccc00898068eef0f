"""What is typed about an assessment."""

from django import forms

from pentameter.picture.assessment.rules.texts import LONGEST, may_be_written


class TextForm(forms.Form):
    """The text of a section. `version` is the save that the person had opened."""

    body = forms.CharField(
        label="Text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=f"Plain words, {LONGEST:,} characters at most. An empty line begins a new paragraph; "
        "lines that begin with “- ” are a list. Name nobody who could be a victim.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean_body(self) -> str:
        """The text, if it may be kept."""
        body = str(self.cleaned_data["body"])
        verdict = may_be_written(body)
        if not verdict.allowed:
            raise forms.ValidationError(verdict.reason)
        return body

    def over(self, version: int) -> "TextForm":
        """The same text, to be kept over a later save that its writer has seen now."""
        return TextForm(initial={"body": self.data.get("body", ""), "version": version})


class CompareForm(forms.Form):
    """Two versions."""

    before = forms.UUIDField(error_messages={"required": "Choose two versions.", "invalid": "Choose two versions."})
    after = forms.UUIDField(error_messages={"required": "Choose two versions.", "invalid": "Choose two versions."})
