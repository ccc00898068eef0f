"""A question on its way from the form to the page of answers, sealed, so that no name stands in an address.

What stands there is bytes that open under this installation's key, for the person who asked, for an hour: paging, going
back and loading again ask the same again, and an address that was kept or passed on tells nobody anything.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from pentameter.kernel import clock, sealing
from pentameter.kernel.actor import Actor
from pentameter.keyring import api as keyring

HOLDS = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and for what purpose."""

    words: str
    purpose: str


def sealed(asked: Question, by: Actor) -> str:
    """The question for an address. Asked twice, it reads differently."""
    said = {"words": asked.words, "purpose": asked.purpose, "until": (clock.now() + HOLDS).isoformat()}
    plain = json.dumps(said).encode()
    return urlsafe_b64encode(sealing.seal(_key(), plain, bound_to=f"question:{by.id}")).decode().rstrip("=")


def opened(token: str, by: Actor) -> Question | None:
    """The question, or None: it was another person's, too old, or never one of ours."""
    try:
        held = urlsafe_b64decode(token.encode("ascii") + b"=" * (-len(token) % 4))
        said = json.loads(sealing.unseal(_key(), held, bound_to=f"question:{by.id}"))
    except (sealing.SealBroken, UnicodeEncodeError, Error):
        return None
    if clock.now() >= datetime.fromisoformat(said["until"]):
        return None
    return Question(said["words"], said["purpose"])


@lru_cache(maxsize=1)
def _key() -> bytes:
    return keyring.standing_key("questions on their way")
