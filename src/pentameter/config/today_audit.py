"""What the record asks of auditors today: what to do, why, where, and a word for the tag."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse

from pentameter.audit.api import Event, times_since
from pentameter.kernel import clock
from pentameter.look import words

Ask = tuple[str, str, str, str]
_WITHIN = timedelta(days=7)
_WATCHED = {
    Event.WHEREABOUTS_WITHHELD: "Somebody asked where people are more often within an hour than anybody needs to.",
}


def of_auditor() -> Iterator[Ask]:
    """What was stopped within a week because it looked like somebody who should not be there."""
    for event, why in _WATCHED.items():
        if times := times_since(event, clock.now() - _WITHIN):
            page = f"{reverse('audit:record')}?event={event.value}"
            yield f"Look into {words.plural(times, 'stopped look')}", why, page, "today"
