"""Which passwords are taken, and that they are taken as they are."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from pentameter.accounts.forms.sign_in import NewPasswordForm, PasswordByLinkForm, SignInForm


@pytest.mark.parametrize(
    "password",
    [
        "nine wet dogs sing",
        "NINEWETDOGSSING",
        "482915037264",
        "ňěčo úplně jiného",
        " begins and ends with a space ",
        "long " * 40,
    ],
)
def test_any_composition_is_taken_and_any_length(password: str) -> None:
    validate_password(password)


@pytest.mark.parametrize(
    "password",
    [
        "elevenchars",
        "password12345",
        "qwertyuiop123",
        "Pentameter2026!",
        "police-officer-1",
        "Garda Constable 7",
        "1111111111111",
    ],
)
def test_what_is_guessed_first_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password)


def test_nothing_is_cut_off_or_changed_and_anything_may_be_pasted() -> None:
    for form, name in ((SignInForm, "password"), (NewPasswordForm, "password1"), (PasswordByLinkForm, "password1")):
        field = form.base_fields[name] if name in form.base_fields else form().fields[name]
        assert field.strip is False
        assert field.max_length is None or field.max_length >= 64
        assert field.widget.input_type == "password"
        assert "onpaste" not in field.widget.attrs


def test_changing_it_asks_for_the_old_one() -> None:
    assert "oldpassword" in NewPasswordForm(user=None).fields
