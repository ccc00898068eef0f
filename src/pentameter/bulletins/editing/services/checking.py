"""The last look of the machine at a text: whether it can be drawn, and whether it would name somebody."""

import re
from collections.abc import Collection
from urllib.parse import unquote

from pentameter.bulletins.editing.composing import Composition
from pentameter.bulletins.editing.services.loading import NotYet
from pentameter.kernel.actor import Actor
from pentameter.releases.api import NEVER, naming_of

HELD = "This cannot be published as it is."
ADDRESS = "Its own address, or one that it leads to, may say who or where somebody protected is."
_NOT_A_WORD = re.compile(r"[\W_]+")


def insist_on_publishable(composition: Composition, *others: str, slug: str, by: Actor) -> None:
    """Go on only if everything can be drawn and nothing would name somebody. `others` are words beside the text.

    Raises:
        NotYet: with what is wrong. Of a name it says only that there is one, and never which.
    """
    if composition.faults:
        raise NotYet(" ".join(composition.faults))
    insist_on_nobody_named(composition.all_words, *others, addresses=(slug, *composition.addresses), by=by)


def insist_on_nobody_named(*said: str, addresses: Collection[str] = (), by: Actor) -> None:
    """Go on only if these words, and these addresses of pages, would not say who or where somebody is.

    Raises:
        NotYet: with the kinds of reasons.
    """
    words, beside = naming_of(["\n\n".join(filter(None, said)), *read_aloud(addresses)], by=by)
    if words.held:
        raise NotYet(" ".join((HELD, *(one.words for one in words.reasons))))
    if NEVER & frozenset(beside.reasons):
        raise NotYet(f"{HELD} {ADDRESS}")


def read_aloud(addresses: Collection[str]) -> tuple[str]:
    """Addresses as the words that stand in them."""
    return (" / ".join(_NOT_A_WORD.sub(" ", unquote(one)) for one in addresses),)
