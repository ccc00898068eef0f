"""What readers may type. Nothing typed is lost: every form is shown again with it."""

from secrets import token_urlsafe

from django import forms
from django.http import QueryDict

from pentameter.bulletins.comments import our_rules
from pentameter.bulletins.comments.rules.reporting import REASONS, Reason

TRAP = "website"
_NOT_FOR_YOU = "The last field is there for programs. Leave it empty, and send again."


class Trapped(forms.Form):
    """A form with a field that people do not see and programs fill."""

    website = forms.CharField(required=False, label="Leave this empty")

    def clean_website(self) -> str:
        """Empty, or a kind word: a browser may have filled it by itself."""
        if self.cleaned_data["website"]:
            self.data = (
                {**self.data.dict(), self.add_prefix(TRAP): ""} if isinstance(self.data, QueryDict) else self.data
            )
            raise forms.ValidationError(_NOT_FOR_YOU)
        return ""


class RegisterForm(Trapped):
    """Registering: a name to be shown, an address to confirm, the rules."""

    field_order = ("name", "address", "agree", TRAP)
    name = forms.CharField(
        label="Name to show",
        help_text="It stands beside your comments and cannot be changed. It need not be your own.",
        strip=True,
        widget=forms.TextInput(attrs={"autocomplete": "nickname", "spellcheck": "false"}),
    )
    address = forms.EmailField(
        label="E-mail address",
        help_text="To confirm that it is yours, and to tell you what becomes of your comments. It is never shown.",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"invalid": "Enter an e-mail address like name@example.org."},
    )
    agree = forms.BooleanField(
        label="I have read the rules and agree to them",
        error_messages={"required": "Read the rules, and tick the box if you agree to them."},
    )


class LinkForm(Trapped):
    """Asking for a link to come in."""

    field_order = ("address", TRAP)
    address = forms.EmailField(
        label="E-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"invalid": "Enter an e-mail address like name@example.org."},
    )


class SignInForm(forms.Form):
    """Coming in by a password."""

    address = forms.EmailField(
        label="E-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
        error_messages={"invalid": "Enter an e-mail address like name@example.org."},
    )
    password = forms.CharField(
        label="Password", max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class PasswordForm(forms.Form):
    """Choosing a password."""

    password = forms.CharField(
        label="New password",
        help_text="At least 12 characters. Three words that do not belong together are good.",
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class AgreeForm(forms.Form):
    """Agreeing to the rules as they stand."""

    edition = forms.IntegerField(widget=forms.HiddenInput, initial=our_rules.CURRENT.number)
    agree = forms.BooleanField(
        label="I have read the rules and agree to them",
        error_messages={"required": "Read the rules, and tick the box if you agree to them."},
    )


class Words(forms.CharField):
    """Words of several lines. What is no text, such as NUL, is left out instead of refused."""

    def to_python(self, value: object) -> str:
        """The text as it was typed, but for NUL."""
        return str(super().to_python(value) or "").replace("\x00", "")


def _text(label: str, help_text: str, rows: int) -> forms.CharField:
    return Words(label=label, help_text=help_text, strip=False, widget=forms.Textarea(attrs={"rows": rows}))


class CommentForm(Trapped):
    """Writing a comment. `key` makes a form that is sent twice one comment."""

    field_order = ("text", "key", TRAP)
    text = _text("Your comment", "Plain text, up to 2,000 characters. Name nobody who may be a victim.", 8)
    key = forms.RegexField(r"^[A-Za-z0-9_-]{16,40}$", widget=forms.HiddenInput, initial=lambda: token_urlsafe(24))


class ChangeForm(forms.Form):
    """Changing a comment. `version` is the one that was on the page."""

    text = _text("Your comment", "Plain text, up to 2,000 characters. It is checked again before it appears.", 8)
    version = forms.IntegerField(min_value=1, max_value=1_000_000, widget=forms.HiddenInput)


class ReportForm(Trapped):
    """Reporting a comment."""

    field_order = ("reason", "rule", "words", TRAP)
    reason = forms.ChoiceField(
        label="What is wrong with it",
        choices=[(one.value, words) for one, words in REASONS.items()],
        widget=forms.RadioSelect,
    )
    rule = forms.ChoiceField(
        label="Which rule does it break",
        required=False,
        choices=[("", "Not sure"), *((rule.code, rule.short) for rule in our_rules.CURRENT.rules)],
    )
    words = Words(
        label="Anything that helps",
        help_text="Up to 500 characters. Do not repeat who or what it gives away.",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @property
    def chosen(self) -> Reason:
        """The reason that was chosen."""
        return Reason(self.cleaned_data["reason"])


class AppealForm(forms.Form):
    """Appealing against a decision."""

    words = _text("Why it should be looked at again", "Another moderator reads it. Up to 4,000 characters.", 6)


class LeaveForm(forms.Form):
    """Leaving for good."""

    sure = forms.BooleanField(
        label="Delete my account, and everything that I wrote here",
        error_messages={"required": "Tick the box to delete your account, or go back to keep it."},
    )


class ReceiptForm(forms.Form):
    """Asking what became of a report."""

    code = forms.CharField(label="The code that you were given", max_length=100, strip=True)
