"""Signing in to the demonstration as a browser does, and the addresses of one's own account."""

from allauth.mfa.models import Authenticator
from django.test import Client

from pentameter.accounts.models import User
from pentameter.accounts.services.demo import PASSWORD, current_code
from pentameter.accounts.used_codes import was_used

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
