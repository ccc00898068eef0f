"""Looking at whether there is a problem here: each look leaves one row in the record."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, looked, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Verdict, never_was, require
from pentameter.scale.queries.looking import ForceLine, Forces, forces


@dataclass(frozen=True, slots=True)
class ForcesPage:
    """The forces that the reader may see, of a wave among others. `found` None: no wave has begun."""

    found: Forces | None
    lines: tuple[ForceLine, ...]


@dataclass(frozen=True, slots=True)
class ForcePage:
    """One force in a wave."""

    found: Forces
    line: ForceLine


@transaction.atomic
def show_forces(*, wave_id: UUID | None, by: Actor, today: date) -> ForcesPage:
    """What may be concluded of every force that the actor may ask about."""
    require(decide(by, Operation.VIEW_LOOKING))
    found = forces(wave_id, by=by, today=today)
    lines = tuple(one for one in (found.lines if found else ()) if _may(by, one.agency).allowed)
    looked(Event.LOOKING_SHOWN, by=by, kind="force", ids=[one.agency for one in lines])
    return ForcesPage(found, lines)


@transaction.atomic
def show_force(*, agency: str, wave_id: UUID | None, by: Actor, today: date) -> ForcePage:
    """What may be concluded of one force.

    Raises:
        Refused: hidden, where the actor may not ask about it or it takes no part.
    """
    require(_may(by, agency))
    found = forces(wave_id, by=by, today=today)
    line = next((one for one in found.lines if one.agency == agency), None) if found else None
    if found is None or line is None:
        raise never_was()
    record(Event.LOOKING_SHOWN, by=by, subject=("force", agency), detail={"wave": str(found.wave.id)})
    return ForcePage(found, line)


def _may(by: Actor, agency: str) -> Verdict:
    subject = Subject("looking", agency, Compartment.STATISTICS, owner_agency=agency)
    return decide(by, Operation.VIEW_LOOKING, subject)
