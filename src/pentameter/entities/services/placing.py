"""Placing mentions: each in the thing that the judgements say, and only the islands that were touched worked out anew.

An island is locked by the placing of its smallest mention, after which it is named, so that a lock is one row however
large the island is. Islands are locked in the order of their names.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction

from pentameter.entities.keys import safe
from pentameter.entities.models import Placing
from pentameter.entities.queries.holdings import holdings
from pentameter.entities.queries.islands import Place, islands_of, judgements_from, places_in
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


def hold_islands(mentions: Collection[UUID]) -> Mapping[UUID, UUID]:
    """The island of each of these mentions, locked until the transaction ends.

    Whoever waited may find that the island was joined or split meanwhile, lets go, and holds what there is now. SQLite
    has one writer at a time, and nothing to lock.
    """
    wanted = islands_of(mentions)
    while connection.features.has_select_for_update:
        mark = transaction.savepoint()
        hold(set(wanted.values()))
        found = islands_of(mentions)
        if found == wanted:
            transaction.savepoint_commit(mark)
            break
        transaction.savepoint_rollback(mark)
        wanted = found
    return wanted


def hold(islands: Collection[UUID]) -> None:
    """Lock these islands, in their order, until the transaction ends. One SQL query."""
    if connection.features.has_select_for_update:
        list(Placing.objects.select_for_update().filter(pk__in=islands).order_by("pk").values_list("pk"))


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
