"""Contradictions: a judgement of sameness that is not followed, because a judgement of difference stands against it."""

from collections.abc import Collection
from uuid import UUID

from pentameter.entities.queries.islands import islands_of, judgements_from, places_in
from pentameter.entities.rules.canonical import Contradiction, canonical


def contradictions_around(mentions: Collection[UUID]) -> tuple[Contradiction, ...]:
    """All in the islands of these mentions, for those who may know of both judgements. Three SQL queries."""
    islands = set(islands_of(mentions).values())
    inside = [one.mention for one in places_in(islands)]
    return canonical(inside, judgements_from(islands)).contradictions
