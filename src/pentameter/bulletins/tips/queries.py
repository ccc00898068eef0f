"""What can be asked behind the public door: what was answered, by whoever has the receipt code."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from pentameter.bulletins.tips.models import Tip
from pentameter.bulletins.tips.rules import codes
from pentameter.bulletins.tips.rules.standings import Standing
from pentameter.kernel import letters_to_one


@dataclass(frozen=True, slots=True)
class Answered:
    """A reply, opened with the code."""

    words: str = field(repr=False)
    written_on: date


@dataclass(frozen=True, slots=True)
class Own:
    """What a sender may know of their tip-off: how it stands, and what was answered, the latest last."""

    received_on: date
    standing: Standing
    replies: tuple[Answered, ...]


def own_tip(code: str) -> Own | None:
    """The tip-off of a receipt code; None where there is none. Two SQL queries."""
    tip = Tip.objects.filter(lookup=codes.lookup_of(code)).first()
    if tip is None:
        return None
    return Own(tip.received_on, Standing(tip.standing), tuple(_replies(tip, codes.private_key_of(code))))


def _replies(tip: Tip, private: bytes) -> Iterator[Answered]:
    for row in tip.replies.order_by("written_on", "id"):
        plain = letters_to_one.opened(private, row.sealed, bound_to=reply_bound(str(row.id)))
        yield Answered(plain.decode(), row.written_on)


def reply_bound(identifier: str) -> str:
    """What a reply is bound to."""
    return f"reply:{identifier}"


def entry_bound(identifier: str) -> str:
    """What something sent is bound to."""
    return f"tip:{identifier}"
