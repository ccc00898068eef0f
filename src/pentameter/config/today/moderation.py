"""What of comments waits for a moderator today: those that may harm somebody first, then the others, then appeals."""

from collections.abc import Iterator

from django.urls import reverse

from pentameter.bulletins import api as bulletins
from pentameter.kernel.actor import Actor
from pentameter.look import words


def of(actor: Actor) -> Iterator[tuple[str, str, str, str]]:
    """What to do, why, where, and how soon in a word."""
    waits = bulletins.moderation_waiting(actor.id)
    queue, appeals = reverse("moderation:queue"), reverse("moderation:appeals")
    if waits.urgent:
        act = f"Look at {words.plural(waits.urgent, 'comment')} that may harm somebody"
        yield act, "Readers reported what could identify a person, is a tip, or is against the law.", queue, "now"
    if later := waits.comments - waits.urgent:
        yield f"Read {words.plural(later, 'comment')}", "Nobody else can read them until you have.", queue, "today"
    if waits.appeals:
        act = f"Answer {words.plural(waits.appeals, 'appeal')}"
        yield act, "Readers ask for the look of somebody who did not decide first.", appeals, "today"
    if waits.withdrawals:
        act = f"Confirm or refuse {words.plural(waits.withdrawals, 'withdrawal')} of the privilege of commenting"
        yield act, "It holds only when a second moderator agrees.", appeals, "today"
