"""Where allauth asks us."""

import pytest
from allauth.account.adapter import get_adapter as account_adapter
from allauth.mfa.adapter import get_adapter as factor_adapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

import cast
from pentameter.accounts.adapters import AgencySignInAdapter, SecondFactorAdapter, SignInAdapter, address_of, name_tried
from pentameter.kernel.sealing import SealBroken

pytestmark = pytest.mark.django_db(transaction=False)


def test_our_adapters_are_the_ones_in_use() -> None:
    assert type(account_adapter()) is SignInAdapter
    assert type(factor_adapter()) is SecondFactorAdapter


def test_nobody_registers_themselves() -> None:
    assert not SignInAdapter().is_open_for_signup(HttpRequest())
    assert not AgencySignInAdapter().is_open_for_signup(HttpRequest(), None)


def test_a_secret_is_sealed_and_opens_only_with_the_key(settings) -> None:
    adapter = SecondFactorAdapter()
    sealed = adapter.encrypt("JBSWY3DPEHPK3PXP")
    assert "JBSWY" not in sealed
    assert sealed != adapter.encrypt("JBSWY3DPEHPK3PXP")
    assert adapter.decrypt(sealed) == "JBSWY3DPEHPK3PXP"
    settings.ACCOUNTS_KEY = bytes(32)
    with pytest.raises(SealBroken):
        adapter.decrypt(sealed)


def test_everyone_keeps_at_least_one_factor() -> None:
    user = cast.in_database(cast.durham_constable())
    app = Authenticator.objects.get(user=user)
    adapter = SecondFactorAdapter()
    assert not adapter.can_delete_authenticator(app)
    Authenticator.objects.create(user=user, type=Authenticator.Type.RECOVERY_CODES, data={})
    assert not adapter.can_delete_authenticator(app), "recovery codes do not count"
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "Key"})
    assert adapter.can_delete_authenticator(app)
    assert adapter.generate_authenticator_name(user, Authenticator.Type.WEBAUTHN) == "Passkey 2"
    assert adapter.get_totp_label(user) == user.username


@pytest.mark.parametrize(
    ("credentials", "posted", "counted"),
    [
        ({"username": " Durham.Constable "}, "", "durham.constable"),
        (None, "DURHAM.constable", "durham.constable"),
        ({}, "", ""),
        ({"username": "x" * 200}, "", "x" * 80),
    ],
)
def test_failures_are_counted_without_capitals(credentials, posted: str, counted: str, rf) -> None:
    assert name_tried(rf.post("/sign-in/", {"login": posted}), credentials) == counted


@pytest.mark.parametrize(
    ("proxies", "forwarded", "counted"),
    [(0, "198.51.100.7", "127.0.0.1"), (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"), (1, "", "127.0.0.1")],
)
def test_the_address_counted_is_what_our_own_proxies_say(rf, settings, proxies, forwarded, counted) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    assert address_of(rf.post("/sign-in/", headers=headers)) == counted
