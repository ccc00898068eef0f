"""What new judgements change. Most join two islands in which nothing was ever judged but sameness: they become one.

Then no mention is fetched, however many there are: one statement gives the island its new name. Otherwise the islands
that the judgements touch are worked out anew.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID

from django.db import connection

from pentameter.entities.models import Placing
from pentameter.entities.queries.holdings import holdings_of
from pentameter.entities.queries.islands import parted
from pentameter.entities.rules.canonical import canonical
from pentameter.entities.rules.judgements import Finding, Judgement, pair_of
from pentameter.entities.services.interests import reconcile
from pentameter.entities.services.placing import Settled, settle

_RENAME = "UPDATE entities_placing SET thing = %s, island = %s WHERE island = %s"


def settle_new(new: Collection[Judgement], island_of: Mapping[UUID, UUID]) -> Settled:
    """What follows from judgements that were just made, on mentions whose islands are held."""
    matter = [one for one in new if _matters(one, island_of)]
    islands = {island_of[end] for one in matter for end in one.pair}
    if not islands:
        return Settled()
    if all(one.finding is Finding.SAME for one in matter) and not parted(islands):
        return _join(islands, matter, island_of)
    return settle(islands)


def _matters(one: Judgement, island_of: Mapping[UUID, UUID]) -> bool:
    """Between islands only sameness changes anything; "different" is found again when something joins them."""
    return one.finding is Finding.SAME or island_of[one.left] == island_of[one.right]


def _join(islands: Collection[UUID], same: Collection[Judgement], island_of: Mapping[UUID, UUID]) -> Settled:
    """Islands in which all is one thing, and so will what they become. At most seven SQL queries."""
    between = [_between(one, island_of) for one in same if island_of[one.left] != island_of[one.right]]
    becomes = canonical(islands, between).thing_of
    renamed = {old: new for old, new in becomes.items() if old != new}
    if not renamed:
        return Settled()
    said = Placing._meta.pk.get_db_prep_value
    rows = [[said(one, connection) for one in (new, new, old)] for old, new in sorted(renamed.items())]
    with connection.cursor() as cursor:
        cursor.executemany(_RENAME, rows)
    now = set(renamed.values())
    return Settled(len(renamed), reconcile(now | renamed.keys(), holdings_of(now)))


def _between(one: Judgement, island_of: Mapping[UUID, UUID]) -> Judgement:
    left, right = pair_of(island_of[one.left], island_of[one.right])
    return replace(one, left=left, right=right)
