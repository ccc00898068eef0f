"""Mending the placings: counted again from the ledger, a step at a time; what is right is not written."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.entities.queries.checking import STEP, next_islands, recount, unplaced
from pentameter.entities.queries.holdings import holdings
from pentameter.entities.services.interests import Reconciled, reconcile, record_told
from pentameter.entities.services.locking import alone, hold
from pentameter.entities.services.placing import place, write
from pentameter.intelligence.api import mentions_by_id
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import refused, require


@dataclass(frozen=True, slots=True)
class Mended:
    """What a step mended. `after` is where the next begins; None: this was the last."""

    mentions: int
    moved: int
    told: Reconciled
    after: UUID | None


@transaction.atomic
def mend_placings(*, by: Actor, after: UUID | None = None) -> Mended:
    """Mend the next islands after one, or the first; each step stands by itself, so it can be killed and go on.

    Raises:
        Refused: unless it is Pentameter itself that acts.
    """
    require(decide(by, Operation.JUDGE_PAIR) if by.role is Role.SYSTEM else refused("Only Pentameter mends itself."))
    alone()
    if after is None:
        place(mentions_by_id(unplaced()).values())
    islands = next_islands(after)
    hold(recount(islands).islands)
    found = recount(islands)
    write(found.wrong, found.now)
    told = reconcile(found.things, holdings(found.places, found.now.thing_of, found.things))
    moved = len(found.wrong)
    record(Event.MENTIONS_PLACED, by=by, subject=("island", islands[0] if islands else ""), detail={"mended": moved})
    record_told(told)
    return Mended(len(found.places), moved, told, islands[-1] if len(islands) == STEP else None)
