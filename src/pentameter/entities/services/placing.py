"""Placing mentions: each in the thing that the judgements say, and only the islands that were touched worked out anew.

Whose islands these are holds them (`services.locking`).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from pentameter.entities.keys import safe
from pentameter.entities.models import Placing
from pentameter.entities.queries.holdings import holdings
from pentameter.entities.queries.islands import Place, judgements_from, places_in
from pentameter.entities.rules.canonical import Canonical, canonical
from pentameter.entities.services.interests import NOBODY, Reconciled, reconcile
from pentameter.intelligence.api import OpenMention

_MOVE = "UPDATE entities_placing SET thing = %s, island = %s WHERE mention_id = %s"


@dataclass(frozen=True, slots=True)
class Settled:
    """How much changed its place (mentions, or islands that were joined whole), and who was told what."""

    moved: int = 0
    told: Reconciled = NOBODY


def place(mentions: Iterable[OpenMention]) -> None:
    """Place the mentions that are not placed yet, each alone. Two SQL queries."""
    wanted = sorted(mentions, key=lambda one: one.id)
    placed = set(Placing.objects.filter(pk__in=[one.id for one in wanted]).values_list("pk", flat=True))
    rows = [_alone(one) for one in wanted if one.id not in placed]
    Placing.objects.bulk_create(rows, ignore_conflicts=True)


def _alone(one: OpenMention) -> Placing:
    return Placing(
        mention_id=one.id,
        report_id=one.report,
        agency_id=one.agency,
        kind=one.kind,
        thing=one.id,
        island=one.id,
        sealed=safe().seal({}, bound_to=f"placing:{one.id}"),
    )


def settle(islands: Collection[UUID]) -> Settled:
    """Work these islands (which are held) out anew from the ledger; write what differs, and tell who must know."""
    places = places_in(islands)
    now = canonical((one.mention for one in places), judgements_from(islands))
    moved = [one for one in places if _moves(one, now)]
    if not moved:
        return Settled()
    write(moved, now)
    changed = {thing for one in moved for thing in (one.thing, now.thing_of[one.mention]) if _changes(one, now)}
    return Settled(len(moved), reconcile(changed, holdings(places, now.thing_of, changed)))


def _moves(one: Place, now: Canonical) -> bool:
    return _changes(one, now) or one.island != now.island_of[one.mention]


def _changes(one: Place, now: Canonical) -> bool:
    return one.thing != now.thing_of[one.mention]


def write(moved: Iterable[Place], now: Canonical) -> None:
    """Place these mentions as it is now."""
    move((one.mention, now.thing_of[one.mention], now.island_of[one.mention]) for one in moved)


def move(places: Iterable[tuple[UUID, UUID, UUID]]) -> None:
    """Give each mention its thing and island. One statement, run for each: a case for each in one would be slower."""
    said = Placing._meta.pk.get_db_prep_value
    rows = [[said(one, connection) for one in (thing, island, mention)] for mention, thing, island in sorted(places)]
    with connection.cursor() as cursor:
        cursor.executemany(_MOVE, rows)
