"""Signing in to the demonstration as a browser does, and the addresses of one's own account."""

from uuid import UUID

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from pentameter.accounts.models import User
from pentameter.accounts.services.demo import PASSWORD, current_code
from pentameter.accounts.used_codes import was_used
from pentameter.kernel import clock

OWN = "/account/"
CHOICE = "/account/second-factor/"
APP = "/account/second-factor/app/"


def enters(username: str = "durham.constable", agent: str = "Firefox on Linux") -> Client:
    client = Client(HTTP_USER_AGENT=agent)
    client.post("/sign-in/", {"login": username, "password": PASSWORD})
    person = User.objects.get(username=username)
    answer = client.post("/sign-in/second-step/", {"code": unused(person)})
    assert answer["Location"] == "/"
    return client


def unused(person: User) -> str:
    """A code of the app, or a recovery code when three codes were used within a minute and a half."""
    code = current_code(person.pk)
    if not was_used(person.pk, code):
        return code
    return Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()[0]


def code_of(user_id: UUID) -> str:
    """The code that the app of anyone's account shows now."""
    secret = get_adapter().decrypt(Authenticator.objects.get(user_id=user_id, type="totp").data["secret"])
    return str(format_hotp_value(hotp_value(secret, int(clock.now().timestamp()) // 30)))
