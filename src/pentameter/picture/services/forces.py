"""Looking at a force's own page, and at the list of all: each leaves one row in the record."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Reach, Subject, decide, reach
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.picture.queries.force import Force, ForceRow, force, forces


@dataclass(frozen=True, slots=True)
class Forces:
    """The forces whose pages are open to the reader; `own`: there is but their own."""

    rows: tuple[ForceRow, ...]
    own: str = ""


@transaction.atomic
def show_force(*, slug: str, by: Actor, at: datetime, today: date) -> Force:
    """One force; as if it never was, where its page is not open to the actor."""
    require(decide(by, Operation.VIEW_FORCE, Subject("force", slug, Compartment.STATISTICS, owner_agency=slug)))
    found = force(slug, by, at=at, today=today)
    record(Event.FORCE_SHOWN, by=by, subject=("agency", slug))
    return found


@transaction.atomic
def list_forces(*, by: Actor, today: date) -> Forces:
    """Every force, for those to whom all are open; for others their own."""
    require(decide(by, Operation.VIEW_FORCE))
    if reach(by, Operation.VIEW_FORCE) is not Reach.ANY:
        return Forces((), own=by.agency)
    found = forces(today)
    record(Event.FORCE_SHOWN, by=by, subject=("agency", ""))
    return Forces(found)
