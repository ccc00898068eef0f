"""The forms of signing in: our words on every field."""

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from pentameter.accounts.forms import sign_in

FORMS = {**settings.ACCOUNT_FORMS, **settings.MFA_FORMS}


@pytest.mark.parametrize("path", FORMS.values())
def test_the_forms_in_use_are_ours(path: str) -> None:
    assert import_string(path).__module__ == sign_in.__name__


@pytest.mark.django_db(transaction=False)
def test_a_form_has_no_placeholder_and_says_what_is_missing(client) -> None:
    page = client.post("/sign-in/", {"login": "", "password": ""}).content.decode()
    assert "placeholder" not in page
    assert "Enter your username." in page
    assert "Enter your password." in page
