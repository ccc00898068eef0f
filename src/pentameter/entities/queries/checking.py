"""Counting again: what the ledger says, compared with where the mentions are placed and who was told. A step at a time.

A step takes whole islands in the order of their names, so that it can begin after any of them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from pentameter.entities.models import Judgement, Placing
from pentameter.entities.queries.holdings import due, holdings, live_of
from pentameter.entities.queries.islands import Place, islands_of, judgements_from, places_in
from pentameter.entities.rules.canonical import Canonical, canonical

STEP = 2_000


@dataclass(frozen=True, slots=True)
class Recount:
    """Some whole islands as the table has them, and as the ledger says. `wrong` stand elsewhere than they should."""

    islands: frozenset[UUID]
    places: tuple[Place, ...]
    now: Canonical

    @property
    def wrong(self) -> tuple[Place, ...]:
        """The mentions that are not placed as the ledger says."""
        thing_of, island_of = self.now.thing_of, self.now.island_of
        return tuple(
            one for one in self.places if (one.thing, one.island) != (thing_of[one.mention], island_of[one.mention])
        )

    @property
    def things(self) -> frozenset[UUID]:
        """Every thing here, as the table and as the ledger call it."""
        return frozenset(one.thing for one in self.places) | frozenset(self.now.thing_of.values())


@dataclass(frozen=True, slots=True)
class Checked:
    """What a step found. `after` is where the next begins; None: this was the last."""

    mentions: int
    misplaced: tuple[UUID, ...]
    interests: int
    after: UUID | None


def next_islands(after: UUID | None) -> tuple[UUID, ...]:
    """The next islands in the order of their names. One SQL query."""
    rows = Placing.objects.filter(island__gt=after) if after else Placing.objects.all()
    return tuple(rows.order_by("island").values_list("island", flat=True).distinct()[:STEP])


def recount(islands: Collection[UUID]) -> Recount:
    """These islands worked out from the ledger, with others that they should be one with. Two SQL queries if none."""
    every = frozenset(islands)
    while True:
        places, judgements = places_in(every), judgements_from(every)
        now = canonical((one.mention for one in places), judgements)
        beyond = now.thing_of.keys() - {one.mention for one in places}
        missing = frozenset(islands_of(beyond).values()) - every if beyond else frozenset()
        if not missing:
            return Recount(every, places, now)
        every |= missing


def check_placings(after: UUID | None = None) -> Checked:
    """Compare the next islands with the ledger. Five SQL queries if all is well."""
    islands = next_islands(after)
    found = recount(islands)
    return Checked(
        mentions=len(found.places),
        misplaced=tuple(one.mention for one in found.wrong),
        interests=len(_untrue(found)),
        after=islands[-1] if len(islands) == STEP else None,
    )


def unplaced() -> frozenset[UUID]:
    """Mentions that were judged and are placed nowhere. Two SQL queries."""
    placed = Placing.objects.values("pk")
    return frozenset(
        one
        for side in ("left_id", "right_id")
        for one in Judgement.objects.exclude(Q((f"{side}__in", placed))).order_by().values_list(side, flat=True)
    )


def _untrue(found: Recount) -> set[object]:
    """The interests that should be live and are not, or are and should not be."""
    wanted = due(holdings(found.places, found.now.thing_of, found.things), found.now.thing_of)
    live = live_of(found.things)
    return {(key, one.thing) for key, one in wanted.items()} ^ {(key, row.thing) for key, row in live.items()}
