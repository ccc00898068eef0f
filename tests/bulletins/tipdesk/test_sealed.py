"""Opening needs the private key; our own copy of a reply and the sender's each open with their key alone."""

from uuid import uuid4

import pytest

from bulletins.tipdesk.scene import LETTER
from pentameter.bulletins.tipdesk import sealed
from pentameter.bulletins.tips.queries import reply_bound
from pentameter.bulletins.tips.rules import codes
from pentameter.kernel import letters_to_one
from pentameter.kernel.sealing import SealBroken


def test_a_letter_opens_here() -> None:
    one = uuid4()
    assert sealed.letter_in(one, sealed.sealed_letter(one, LETTER)) == LETTER


def test_without_the_key_nothing_opens(settings) -> None:
    one = uuid4()
    closed = sealed.sealed_letter(one, LETTER)
    settings.TIPS_PRIVATE_KEY = None
    with pytest.raises(SealBroken, match="is away"):
        sealed.letter_in(one, closed)


def test_a_reply_has_two_seals() -> None:
    one, code = uuid4(), codes.code_of("a" * 43)
    ours, theirs = sealed.sealed_words(one, "When?"), sealed.words_for_sender(one, codes.reply_key_of(code), "When?")
    assert sealed.words_in(one, ours) == "When?"
    opened = letters_to_one.opened(codes.private_key_of(code), theirs, bound_to=reply_bound(str(one)))
    assert opened == b"When?"
    with pytest.raises(SealBroken):
        sealed.words_in(one, theirs)
