"""What was done to one record, for its own timeline: the acts that are asked for, without looks and purposes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from pentameter.audit.events import Event
from pentameter.audit.models import Entry

MANY = 500
"""So many acts are told of one record."""


@dataclass(frozen=True, slots=True)
class Done:
    """One act on a record."""

    event: Event
    at: datetime
    actor: str


def times_since(event: Event, since: datetime, *, actor: str = "") -> int:
    """How often something happened since a moment, by one actor or by anybody. One SQL query."""
    rows = Entry.objects.filter(event=event.value, at__gt=since)
    return (rows.filter(actor=actor) if actor else rows).count()


def acts_on(kind: str, identifier: object, events: Collection[Event]) -> tuple[Done, ...]:
    """The newest acts of these kinds on a record, newest first. One SQL query."""
    rows = Entry.objects.filter(subject_type=kind, subject_id=str(identifier), event__in=[one.value for one in events])
    found = rows.order_by("-seq").values_list("event", "at", "actor")[:MANY]
    return tuple(Done(Event(event), at, actor) for event, at, actor in found)
