"""What of signing in is reachable: every address says what it asks for, and each of allauth's is one we chose."""

import re

import pytest
from django.urls import NoReverseMatch, reverse
from django.urls.resolvers import URLPattern

from pentameter.accounts import sign_in_urls, urls


@pytest.mark.parametrize("pattern", [*sign_in_urls.urlpatterns, *urls.urlpatterns], ids=lambda one: one.name)
def test_every_address_asks_for_an_operation_or_says_why_not(pattern: URLPattern) -> None:
    view = pattern.callback
    assert hasattr(view, "operation") is not bool(getattr(view, "open_because", ""))


def test_no_address_is_given_twice() -> None:
    routes = [re.sub(r"<\w+:", "<", str(one.pattern)) for one in (*sign_in_urls.urlpatterns, *urls.urlpatterns)]
    assert len(routes) == len(set(routes))


@pytest.mark.parametrize(
    "name",
    [
        "account_signup",
        "account_email",
        "account_reset_password",
        "account_set_password",
        "mfa_login_webauthn",
        "mfa_signup_webauthn",
        "mfa_download_recovery_codes",
        "socialaccount_signup",
        "socialaccount_connections",
        "usersessions_list",
    ],
)
def test_what_we_do_not_offer_has_no_address(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)
