"""The last look of the machine at a text: whether it can be drawn, and whether it would name somebody."""

from pentameter.bulletins.editing.composing import Composition
from pentameter.bulletins.editing.services.loading import NotYet
from pentameter.kernel.actor import Actor
from pentameter.releases.api import naming

HELD = "This cannot be published as it is."


def insist_on_publishable(composition: Composition, *others: str, by: Actor) -> None:
    """Go on only if everything can be drawn and nothing would name somebody. `others` are words beside the text.

    Raises:
        NotYet: with what is wrong. Of a name it says only that there is one, and never which.
    """
    if composition.faults:
        raise NotYet(" ".join(composition.faults))
    insist_on_nobody_named(composition.all_words, *others, by=by)


def insist_on_nobody_named(*said: str, by: Actor) -> None:
    """Go on only if these words would not say who or where somebody is.

    Raises:
        NotYet: with the kinds of reasons.
    """
    answer = naming("\n\n".join(filter(None, said)), by=by)
    if answer.held:
        raise NotYet(" ".join((HELD, *(one.words for one in answer.reasons))))
