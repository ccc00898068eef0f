"""What is shown to one person once, on the page after the act: a token, a one-time link. Sealed until then."""

import base64

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from pentameter.kernel import sealing

_KEY = "shown_once"


def keep(session: SessionBase, value: str) -> None:
    """Keep a value for the next page of this session."""
    sealed = sealing.seal(settings.ACCOUNTS_KEY, value.encode(), bound_to="shown once")
    session[_KEY] = base64.b64encode(sealed).decode()


def take(session: SessionBase) -> str:
    """The value that was kept, and forget it. Empty if there is none."""
    sealed = session.pop(_KEY, "")
    if not sealed:
        return ""
    return sealing.unseal(settings.ACCOUNTS_KEY, base64.b64decode(sealed), bound_to="shown once").decode()
