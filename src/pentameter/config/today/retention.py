"""What retention asks of people today: proposals that wait for a second person, and records whose review is due."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

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
