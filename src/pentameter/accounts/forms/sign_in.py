"""Proving who one is: allauth's forms with our words, and codes that work once."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm, ResetPasswordKeyForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.core.exceptions import ValidationError

from pentameter.accounts.services.sign_in import note_failed
from pentameter.accounts.used_codes import remember, was_used

_NEW_PASSWORD = "At least 12 characters. Four words that have nothing to do with each other are good."  # noqa: S105
_CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "govuk-input--width-10"}


class SignInForm(LoginForm):
    """Username and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Username"
        self.fields["login"].widget = forms.TextInput(
            {"autocomplete": "username", "spellcheck": "false", "autocapitalize": "none"}
        )
        self.fields["login"].error_messages["required"] = "Enter your username."
        _word_present(self.fields["password"], "Password")


class OneTime:
    """A code that was accepted is not accepted again while it could still be valid: codes of apps live 90 seconds."""

    user: Any
    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        """The code, if it is right and was not used."""
        code = "".join(self.cleaned_data["code"].split())
        try:
            if was_used(self.user.pk, code):
                raise ValidationError("This code was used already. Wait for the next one: it comes within 30 seconds.")
            accepted = str(super().clean_code())  # type: ignore[misc]  # mixed into allauth's forms
        except ValidationError:
            note_failed(step="second factor", user_id=self.user.pk)
            raise
        remember(self.user.pk, code)
        return accepted


class CodeForm(OneTime, AuthenticateForm):
    """The second step of signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word_code(self.fields["code"], "Code from your app", "Six digits. A recovery code of eight digits works too.")


class CodeAgain(OneTime, CodeAgainForm):
    """Proving oneself again by a code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word_code(self.fields["code"], "Code from your app", "Six digits. A recovery code of eight digits works too.")


class PasswordAgain(ReauthenticateForm):
    """Proving oneself again by password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word_present(self.fields["password"], "Password")


class AddAppForm(ActivateTOTPForm):
    """The first code of an authenticator app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word_code(self.fields["code"], "Code that the app shows now", "Six digits.")


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey and its name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "What to call it"
        self.fields["name"].required = True
        self.fields["name"].error_messages["required"] = "Give it a name."
        self.fields["credential"].error_messages["required"] = "No passkey was made. Press the button once more."
        self.fields["name"].help_text = "So that you know it again: the telephone, the laptop, the key on the ring."


class NewPasswordForm(ChangePasswordForm):
    """Changing one's password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word_present(self.fields["oldpassword"], "Present password")
        _word_new(self.fields)


class PasswordByLinkForm(ResetPasswordKeyForm):
    """Setting a password by a one-time link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word_new(self.fields)


def _word_code(field: forms.Field, label: str, hint: str) -> None:
    field.label, field.help_text = label, hint
    field.widget = forms.TextInput(dict(_CODE))
    field.error_messages["required"] = "Enter the code."


def _word_present(field: forms.Field, label: str) -> None:
    field.label, field.help_text = label, ""
    field.widget.attrs.pop("placeholder", None)
    field.error_messages["required"] = "Enter your password."


def _word_new(fields: dict[str, forms.Field]) -> None:
    fields["password1"].label, fields["password1"].help_text = "New password", _NEW_PASSWORD
    fields["password2"].label = "The new password once more"
    for name in ("password1", "password2"):
        fields[name].widget.attrs.pop("placeholder", None)
        fields[name].error_messages["required"] = "Enter the new password."
