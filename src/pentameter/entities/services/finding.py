"""Filling the index by which mentions are found: in the step that places them, and again wherever one was left out."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from pentameter.audit.api import Event, record
from pentameter.entities.models import Found
from pentameter.entities.postings import place_of, sealed
from pentameter.entities.rules.finding import find_keys
from pentameter.intelligence.api import (
    OpenMention,
    list_all_anew,
    listed,
    mentions_of_reports,
    shelves_of_reports,
    unlisted,
)
from pentameter.kernel.actor import Actor

AT_ONCE = 500
LARGE_STEP = 5_000
"""Reports of one step. Each key of a step is one row, so that larger steps make fewer, and take more memory."""


@transaction.atomic
def index_mentions(mentions: Collection[OpenMention], reports: Collection[UUID] = ()) -> int:
    """Let mentions be found: all that each of their reports mentions. How many were new.

    Args:
        mentions: all mentions of some reports.
        reports: those reports, so that those without a mention count as listed, too.
    """
    fresh = listed({one.report for one in mentions} | set(reports))
    shelves = shelves_of_reports(fresh)
    new = [one for one in mentions if one.report in fresh]
    under: dict[int, list[bytes]] = {}
    for one in new:
        for key in find_keys(one.kind, one.values):
            for shelf in shelves.get(one.report, ()):
                under.setdefault(place_of(shelf, key), []).append(one.id.bytes)
    rows = (Found(value=place, sealed=sealed(place, under[place])) for place in sorted(under))
    Found.objects.bulk_create(rows, batch_size=2000)
    return len(new)


@transaction.atomic
def index_waiting(*, by: Actor, limit: int = AT_ONCE) -> int:
    """Index some reports that are not yet listed by what they mention. How many; none when there is no more to do."""
    waiting = unlisted(limit)
    if waiting:
        count = index_mentions(mentions_of_reports(waiting), waiting)
        record(Event.MENTIONS_INDEXED, by=by, detail={"reports": len(waiting), "mentions": count})
    return len(waiting)


@transaction.atomic
def empty_index(*, by: Actor) -> None:
    """Forget the index, so that everything waits to be indexed anew. Until then a search says what is missing."""
    Found.objects.all().delete()
    list_all_anew()
    record(Event.MENTIONS_INDEXED, by=by, detail={"emptied": True})
