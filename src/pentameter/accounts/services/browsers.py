"""Browsers that were not seen before: remembered, written down, and told to whoever's account it is.

What is told names a browser and a time, and nothing of any case.
"""

import hashlib
import re
from secrets import token_urlsafe

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.accounts.models import KnownBrowser
from pentameter.audit.api import Event, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.work.api import enqueue

TELL = "tell_of_new_browser"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_LETTER = """Somebody signed in to Pentameter with your account from a browser that was not seen before:
{family}, at {at} (UTC).

If it was you, say so on your page at Pentameter, and nothing more need be done.
If it was not you, open "Your account" there now, end all other sessions, change your password, and call an
administrator. Answers to this letter are read by nobody.
"""


@transaction.atomic
def meet_browser(*, token: str, family: str, by: Actor) -> str:
    """Know again the browser in which the actor just signed in, by its token; or remember it, and tell the person.

    The first browser of an account is remembered and told to nobody: it is the one in which its person begins.
    Answers the token that the browser keeps.
    """
    now = clock.now()
    if KnownBrowser.objects.filter(user_id=by.id, digest=_digest(token)).update(last_at=now):
        return token
    kept = token if _TOKEN.fullmatch(token) else token_urlsafe(32)
    first = not KnownBrowser.objects.filter(user_id=by.id).exists()
    row = KnownBrowser.objects.create(
        user_id=by.id,
        digest=_digest(kept),
        family=family,
        first_at=now,
        last_at=now,
        acknowledged_at=now if first else None,
    )
    if not first:
        enqueue(TELL, str(row.pk))
    record(Event.BROWSER_NEW, by=by, subject=("person", by.id), detail={"browser": row.pk, "first": first})
    return kept


@transaction.atomic
def tell_of_browser(*, browser_id: int, by: Actor) -> bool:
    """Write to a person that their account was used in a browser not seen before. Answers whether a letter went."""
    row = KnownBrowser.objects.select_for_update().select_related("user").filter(pk=browser_id, told_at=None).first()
    if row is None or not settings.SENDS_LETTERS or not row.user.is_active:
        return False
    KnownBrowser.objects.filter(pk=row.pk).update(told_at=clock.now())
    record(Event.BROWSER_TOLD, by=by, subject=("person", row.user_id), detail={"browser": row.pk})
    words = _LETTER.format(family=row.family, at=f"{row.first_at:%H:%M on %-d %B %Y}")
    sent = EmailMessage("Was it you?", words, settings.DEFAULT_FROM_EMAIL, [row.user.email]).send()
    return bool(sent)


@transaction.atomic
def acknowledge_browser(*, browser_id: int, by: Actor) -> None:
    """Say that it was oneself."""
    require(decide(by, Operation.MANAGE_OWN_ACCOUNT))
    waiting = KnownBrowser.objects.filter(pk=browser_id, user_id=by.id)
    if not waiting.update(acknowledged_at=clock.now()):
        raise Refused("There is no such browser.", hidden=True)
    record(Event.BROWSER_ACKNOWLEDGED, by=by, subject=("person", by.id), detail={"browser": browser_id})


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
