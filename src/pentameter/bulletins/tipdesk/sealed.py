"""Opening what was sent. Only this side has the key, and each look opens anew: nothing opened is kept."""

from uuid import UUID

from django.conf import settings

from pentameter.bulletins.tips.queries import entry_bound, reply_bound
from pentameter.bulletins.tips.rules.letters import Letter, as_bytes, from_bytes
from pentameter.kernel import letters_to_one
from pentameter.kernel.sealing import SealBroken


def letter_in(identifier: UUID, sealed: bytes | memoryview) -> Letter:
    """What was sent.

    Raises:
        SealBroken: if the key is away, or the bytes are not those that were sealed for this row.
    """
    return from_bytes(letters_to_one.opened(_private(), sealed, bound_to=entry_bound(str(identifier))))


def sealed_letter(identifier: UUID, letter: Letter) -> bytes:
    """A letter as the public door would have sealed it."""
    return letters_to_one.close(_public(), as_bytes(letter), bound_to=entry_bound(str(identifier)))


def words_in(identifier: UUID, sealed: bytes | memoryview) -> str:
    """What the desk answered."""
    return letters_to_one.opened(_private(), sealed, bound_to=reply_bound(str(identifier))).decode()


def sealed_words(identifier: UUID, words: str) -> bytes:
    """A reply, for the desk itself."""
    return letters_to_one.close(_public(), words.encode(), bound_to=reply_bound(str(identifier)))


def words_for_sender(identifier: UUID, reply_key: str, words: str) -> bytes:
    """A reply, for whoever has the receipt code."""
    return letters_to_one.close(bytes.fromhex(reply_key), words.encode(), bound_to=reply_bound(str(identifier)))


def _private() -> bytes:
    if settings.TIPS_PRIVATE_KEY is None:
        raise SealBroken("The key of tip-offs is away.")
    return bytes(settings.TIPS_PRIVATE_KEY)


def _public() -> bytes:
    return letters_to_one.public_of(_private())
