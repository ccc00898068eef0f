"""A tip-off that came in, was taken over, and is opened by the desk."""

from uuid import UUID

import cast
from pentameter.bulletins.tipdesk.models import Tip
from pentameter.bulletins.tipdesk.services.reading import open_tip
from pentameter.bulletins.tipdesk.services.taking import take_over
from pentameter.bulletins.tips.rules.letters import Letter
from pentameter.bulletins.tips.services import leave_tip
from pentameter.kernel import sealing
from pentameter.kernel.actor import SYSTEM

WORDS = "Every night at ten a van brings six women to the house with the green door."
LETTER = Letter(WORDS, "Testford", "every night", "a number that is safe at noon", (b"a picture", b"another"))


def sent(letter: Letter = LETTER, key: str = "") -> str:
    """A tip-off in the public database. Answers its receipt code."""
    return leave_tip(letter=letter, form_key=key or sealing.new_key().hex())


def taken(letter: Letter = LETTER) -> Tip:
    """A tip-off that was taken over."""
    sent(letter)
    take_over(by=SYSTEM)
    return Tip.objects.latest("taken_at")


def with_code() -> tuple[Tip, str]:
    """A tip-off that was taken over, with its receipt code."""
    code = sent()
    take_over(by=SYSTEM)
    return Tip.objects.latest("taken_at"), code


def opened(tip: Tip | None = None) -> Tip:
    """A tip-off that the analyst opened."""
    tip = tip or taken()
    analyst = cast.national_analyst()
    cast.in_database(analyst)
    open_tip(tip_id=tip.pk, version=tip.version, by=analyst)
    tip.refresh_from_db()
    return tip


def state_of(tip_id: UUID) -> str:
    """How it stands."""
    return Tip.objects.get(pk=tip_id).state
