"""Checking a text before it is published. A check leaves a row without a word of what was checked."""

from collections.abc import Iterator, Sequence

from django.db import DatabaseError, transaction

from pentameter.audit.api import Event, record
from pentameter.decisions.api import forget
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.sealing import SealBroken
from pentameter.releases.naming import numbers
from pentameter.releases.naming.contempt import bears_on_proceedings
from pentameter.releases.naming.disguises import is_readable, shown, undone
from pentameter.releases.naming.protected import Protected, protected
from pentameter.releases.naming.rules import Naming, NamingReason, naming_for
from pentameter.victims.api import NoKey


def naming(text: str, *, by: Actor = SYSTEM) -> Naming:
    """Whether a text would identify somebody. Whatever cannot be checked is held."""
    return naming_of([text], by=by)[0]


@transaction.atomic
def naming_of(texts: Sequence[str], *, by: Actor = SYSTEM) -> tuple[Naming, ...]:
    """The same for several texts, in their order; those who must not be named are read once."""
    try:
        everyone = _everyone()
        whole = everyone is not None and everyone.whole
        answers = tuple(naming_for(_found(text, everyone), whole=whole or not is_readable(text)) for text in texts)
    finally:
        forget()
    held = sum(one.held for one in answers)
    record(Event.NAMING_CHECKED, by=by, detail={"checked": len(answers), "held": held})
    return answers


def _everyone() -> Protected | None:
    """None: they cannot be read now, so that nobody can be ruled out."""
    try:
        with transaction.atomic():
            return protected()
    except (SealBroken, NoKey, DatabaseError, OSError, ValueError, KeyError):
        return None


def _found(text: str, everyone: Protected | None) -> Iterator[NamingReason]:
    if everyone is None or not everyone.whole or not is_readable(text):
        yield NamingReason.UNREADABLE
    if not is_readable(text):
        return
    plain = shown(text)
    runs = numbers.one_by_one(plain)
    if everyone is not None and everyone.named_in(plain, undone(text)):
        yield NamingReason.PROTECTED_NAME
    if numbers.has_telephone(plain):
        yield NamingReason.TELEPHONE
    if numbers.has_postcode(plain, runs):
        yield NamingReason.POSTCODE
    if numbers.has_email(plain):
        yield NamingReason.E_MAIL
    if numbers.has_plate(plain, runs):
        yield NamingReason.PLATE
    if bears_on_proceedings(plain):
        yield NamingReason.CONTEMPT
