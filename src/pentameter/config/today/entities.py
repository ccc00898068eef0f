"""What the joining of reports asks of people today: pairs to judge, contradictions to settle, interests to see."""

from collections.abc import Iterator

from django.urls import reverse

from pentameter.entities import api as entities
from pentameter.kernel.actor import Actor
from pentameter.look import words

Ask = tuple[str, str, str, str]


def of_told(actor: Actor) -> Iterator[Ask]:
    """Interests that nobody at the agency has seen."""
    if new := entities.unseen(actor):
        act = f"See {words.plural(new, 'new interest')} of other agencies"
        why = "Another agency holds something that was found to be the same as something of yours."
        yield act, why, reverse("entities:interests"), "today"


def of_asked(waiting: entities.ReviewWaiting) -> Iterator[Ask]:
    """Second opinions that wait for this person, and what contradicts their judgements."""
    if waiting.asked:
        act = f"Give {words.plural(waiting.asked, 'second opinion')}"
        yield act, "A colleague was not sure of a pair and asked you.", reverse("entities:queue"), "today"
    if waiting.contradictions:
        act = f"Settle {words.plural(waiting.contradictions, 'contradiction')}"
        why = "A judgement of yours cannot stand beside another."
        yield act, why, reverse("entities:contradictions"), "today"


def of_reviewer(waiting: entities.ReviewWaiting) -> Iterator[Ask]:
    """Pairs that wait for anybody, or that this person has taken."""
    queue = reverse("entities:queue")
    if waiting.mine:
        act = f"Go on with {words.plural(waiting.mine, 'pair')} of your batch"
        yield act, "They are kept from others for an hour.", queue, "under way"
    elif waiting.pairs:
        more = "More than " if waiting.more else ""
        act = f"{more}{words.plural(waiting.pairs, 'pair waits', 'pairs wait')} to be judged"
        yield act, "Two reports may mean the same person or thing.", queue, "soon"
