"""One's own account, as its page shows it."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

import cast
from pentameter.accounts.queries.own import browser, factors_held, own_account, passkeys_held

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 (KHTML) Chrome/140 Safari/537 Edg/140", "Edge on Windows"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 Chrome/140 Mobile Safari/537", "Chrome on Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604", "Safari on iPhone"),
        ("curl/8", "Unknown browser"),
        ("Something (Macintosh; Intel Mac OS X)", "Another browser on macOS"),
        ("", "Unknown browser"),
    ],
)
def test_browsers_are_called_as_people_call_them(said: str, called: str) -> None:
    assert browser(said) == called


def test_factors_are_counted_without_recovery_codes() -> None:
    user = cast.in_database(cast.garda())
    RecoveryCodes.activate(user)
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "Key"})
    assert (factors_held(user.pk), passkeys_held(user.pk)) == (2, 1)
    account = own_account(user.pk, session_key="")
    assert [factor.name for factor in account.factors] == ["Authenticator app", "Key"]
    assert account.recovery_codes_left == 10
    assert account.has_app
