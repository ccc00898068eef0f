"""What retention asks of people today: proposals that wait for a second person, and records whose review is due."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from pentameter.access.api import Operation, decide
from pentameter.kernel.actor import Actor
from pentameter.look import words
from pentameter.retention import api as retention

Ask = tuple[str, str, str, str]


def of(actor: Actor, today: date) -> Iterator[Ask]:
    """What to do, why, where, and a word for the tag."""
    found, page = retention.due_for(actor, today=today), reverse("retention:due")
    if found.proposed:
        why = "Somebody proposed to dispose of a record. Nothing goes before a second person confirms it."
        yield f"Confirm or turn down {words.plural(found.proposed, 'disposal')}", why, page, "this week"
    if found.due:
        why = "They were kept as long as their period says. Retain them with a reason, or propose that they go."
        yield f"Review {words.plural(found.due, 'old record')}", why, page, "this month"
    may = decide(actor, Operation.HAND_OVER, purpose="to show the way").allowed
    if may and (handovers := retention.waiting_to_be_accepted(actor.agency)):
        why = "Another agency leaves and asks yours to take over what it holds."
        yield f"Answer {words.plural(handovers, 'handover')}", why, reverse("retention:agencies"), "this week"
