"""What can be done behind the public door: leave a tip-off, and add to it. Sealed before anything is written.

Nobody is signed in here and nothing is known of who acts, so there is no record of acts; the staff side records what it
takes over.
"""

from uuid import UUID

from django.conf import settings
from django.db import transaction

from pentameter.bulletins.tips.models import Entry, Tip
from pentameter.bulletins.tips.queries import entry_bound
from pentameter.bulletins.tips.rules import codes
from pentameter.bulletins.tips.rules.letters import Letter, as_bytes
from pentameter.kernel import clock, letters_to_one


class NoKey(Exception):  # noqa: N818 - what happened, as people say it
    """There is no key to seal to, and so nothing is taken."""


def takes_tips() -> bool:
    """Whether there is a key to seal to. Without it nothing is taken."""
    return settings.TIPS_PUBLIC_KEY is not None


def leave_tip(*, letter: Letter, form_key: str) -> str:
    """Keep a tip-off, sealed, and answer its receipt code. Sent again with the same form it is the same tip-off."""
    code = codes.code_of(form_key)
    content = as_bytes(letter)
    with transaction.atomic(using=_database()):
        tip, _ = Tip.objects.get_or_create(
            lookup=codes.lookup_of(code),
            defaults={"reply_key": codes.reply_key_of(code), "received_on": clock.today()},
        )
        _enter(tip, form_key, content)
    return code


def add_to_tip(*, code: str, letter: Letter, form_key: str) -> bool:
    """Add something to the tip-off of a code; False where there is none."""
    with transaction.atomic(using=_database()):
        tip = Tip.objects.filter(lookup=codes.lookup_of(code)).first()
        if tip is not None:
            _enter(tip, form_key, as_bytes(letter))
    return tip is not None


def _enter(tip: Tip, form_key: str, content: bytes) -> None:
    """Seal it and write it, once: the same again, even after it was taken over, is known by its id."""
    identifier = UUID(bytes=codes.id_for(form_key, str(tip.lookup), content), version=4)
    sealed = letters_to_one.close(_key(), content, bound_to=entry_bound(str(identifier)))
    Entry.objects.get_or_create(id=identifier, defaults={"tip": tip, "sealed": sealed, "received_on": clock.today()})


def _key() -> bytes:
    if settings.TIPS_PUBLIC_KEY is None:
        raise NoKey("The public key of tip-offs is not here.")
    return settings.TIPS_PUBLIC_KEY


def _database() -> str:
    """Where this door's tables lie: the public database, which has that name only where there are two."""
    return "public" if "public" in settings.DATABASES else "default"
