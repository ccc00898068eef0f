"""What is typed about the account of what she went through."""

from django import forms

from pentameter.decisions.rules.wording import ABSENCE_HINT


class DiscloseForm(forms.Form):
    """The account, as she gave it."""

    words = forms.CharField(
        label="Her account",
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="In her words as far as you can, and only what she agreed to. No place where she stays, and nothing "
        "of her support.",
        error_messages={"required": "Write the account, as she gave it."},
    )

    def say(self, reason: str) -> "DiscloseForm":
        """The same form, with what is missing said on top."""
        self.add_error(None, reason)
        return self


class AbsenceForm(forms.Form):
    """Why there is no account."""

    words = forms.CharField(
        label="Why there is no account",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=ABSENCE_HINT,
        error_messages={"required": "Say why there is no account."},
    )

    def say(self, reason: str) -> "AbsenceForm":
        """The same form, with what is missing said at the field."""
        self.add_error("words", reason)
        return self


class PurposeForm(forms.Form):
    """For what purpose an account is opened."""

    purpose = forms.CharField(
        label="For what purpose you open it",
        max_length=200,
        help_text="It is written down with your name and the time, and she can see it.",
        error_messages={"required": "Say for what purpose you open it."},
    )
