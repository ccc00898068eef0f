"""What is locked, and in which order: whoever changes the picture keeps to it, so that no two wait for each other.

1. `Followed`, by the worker's steps alone: of two steps the second waits.
2. The gate: whoever changes a few islands shares it (`among_others`); whoever writes placings wherever they stand has
   it alone (`alone`), since those are met in no order of islands.
3. One's own claims, by their pairs (`hold_claims`).
4. Placings that are new, by their mentions (`placing.place`, `placing_people.place_all`).
5. Islands, by their names (`hold_islands`).
6. Proposals that touch them, by their ids (`hold_around` takes 5 and 6). `take_batch` alone takes proposals without
   their islands: it passes over those that are locked, and so waits for none.
7. Interests, by their ids (`interests.reconcile`).
8. The end of the record, which everybody waits for (`audit.api.record`). After it only rows are written that are held.

An island is locked by the placing of its smallest mention, after which it is named, so that a lock is one row however
large the island is. SQLite has one writer at a time, and nothing to lock. Should PostgreSQL break off one of two acts
all the same, it is done once more (`work.unlucky`).
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db import connection, transaction

from pentameter.entities.facts import SURE_KINDS
from pentameter.entities.models import Claim, Placing, Proposal
from pentameter.entities.queries.islands import islands_of
from pentameter.intelligence.api import some_of

_GATE = 5_204_171
"""Any number that no other advisory lock of this database has."""


def among_others() -> None:
    """Change islands that are held one by one, beside others who do, until the transaction ends."""
    _gate("pg_advisory_xact_lock_shared")


def alone() -> None:
    """Change placings wherever they stand: nobody else changes the picture until the transaction ends."""
    _gate("pg_advisory_xact_lock")


def _gate(how: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {how}(%s)", [_GATE])  # one of two names of ours


def hold_claims(by: str) -> list[UUID]:
    """The pairs in somebody's batch, kept from the same person's other pages until the transaction ends."""
    mine = Claim.objects.select_for_update().filter(held_by=by).order_by("pk")
    return list(mine.values_list("pk", flat=True))


def hold_around(mentions: Collection[UUID]) -> Mapping[UUID, UUID]:
    """The island of each of these mentions, locked with every proposal that touches one, until the transaction ends."""
    islands = hold_islands(mentions)
    if connection.features.has_select_for_update:
        touching = _touching(islands)
        list(Proposal.objects.select_for_update(no_key=True).filter(pk__in=touching).order_by("pk").values_list("pk"))
    return islands


def hold_islands(mentions: Collection[UUID]) -> Mapping[UUID, UUID]:
    """The island of each of these mentions, locked until the transaction ends.

    Whoever waited may find that the island was joined or split meanwhile, lets go, and holds what there is now.
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


def _touching(islands: Mapping[UUID, UUID]) -> frozenset[UUID]:
    """Asked in parts, by identifiers that are known, and by each end for itself: so each question has its index.

    One question with others inside it has none where PostgreSQL has not counted a table yet.
    """
    proposable = Placing.objects.filter(pk__in=islands).exclude(kind__in=SURE_KINDS).order_by()
    wanted = {islands[one] for one in proposable.values_list("pk", flat=True)}
    members = Placing.objects.filter(island__in=wanted).order_by().values_list("pk", flat=True)
    rows = Proposal.objects.order_by()
    return frozenset(
        one
        for some in some_of(members)
        for side in ("left__in", "right__in")
        for one in rows.filter(**{side: some}).values_list("pk", flat=True)
    )
