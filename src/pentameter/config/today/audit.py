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
    Event.WHEREABOUTS_WITHHELD: (
        ("stopped look", "stopped looks"),
        "Somebody asked where people are more often within an hour than anybody needs to.",
    ),
    Event.SESSION_ELSEWHERE: (
        ("session that may have been stolen", "sessions that may have been stolen"),
        "It was asked for from another kind of browser than it began in, and was ended.",
    ),
}


def of_auditor() -> Iterator[Ask]:
    """What was stopped within a week because it looked like somebody who should not be there."""
    for event, (what, why) in _WATCHED.items():
        if times := times_since(event, clock.now() - _WITHIN):
            page = f"{reverse('audit:record')}?event={event.value}"
            yield f"Look into {words.plural(times, *what)}", why, page, "today"
