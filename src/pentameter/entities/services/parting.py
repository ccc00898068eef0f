"""What the undo of a judgement changes. Most take a few mentions out of an island in which all was one thing.

Then only those few are fetched, however many stay behind. Otherwise the islands of its two ends are worked out anew.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from pentameter.entities.models import Placing
from pentameter.entities.queries.holdings import holdings_of
from pentameter.entities.queries.islands import parted
from pentameter.entities.queries.reaching import reached
from pentameter.entities.rules.judgements import Finding, Judgement
from pentameter.entities.services.interests import reconcile
from pentameter.entities.services.placing import Settled, move, settle

FEW = 500


def settle_undone(gone: Judgement, island_of: Mapping[UUID, UUID]) -> Settled:
    """What follows from a judgement that was just undone, on mentions whose islands are held."""
    islands = set(island_of.values())
    if gone.finding is not Finding.SAME or len(islands) != 1 or parted(islands):
        return settle(islands)
    few = _few(gone)
    if few is None:
        return settle(islands)
    if gone.left in few and gone.right in few:
        return Settled()
    return _part(few, island_of[gone.left])


def _few(gone: Judgement) -> frozenset[UUID] | None:
    """What still hangs together with one end or the other, whichever is few."""
    left = reached(gone.left, most=FEW)
    return left if left is not None else reached(gone.right, most=FEW)


def _part(few: Collection[UUID], island: UUID) -> Settled:
    """These leave the island; whichever side has its first mention keeps its name."""
    name = min(few)
    stays = _first_but(few, island) if name == island else island
    if stays != island:
        Placing.objects.filter(island=island).update(thing=stays, island=stays)
    move((one, name, name) for one in few)
    return Settled(len(few), reconcile({island, name, stays}, holdings_of({name, stays})))


def _first_but(few: Collection[UUID], island: UUID) -> UUID:
    others = Placing.objects.filter(island=island).exclude(pk__in=few).order_by("pk")
    return others.values_list("pk", flat=True)[0]
