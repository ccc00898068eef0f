"""Looking at justice: the question and the row that says who asked it, in one transaction."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event as Act
from pentameter.audit.api import looked, record
from pentameter.justice.queries.events import EventLine
from pentameter.justice.queries.listing import InvestigationFilter, Investigations, investigations
from pentameter.justice.queries.opening import opened, opened_suspect
from pentameter.justice.queries.pages import (
    Head,
    InvestigationPage,
    SuspectPage,
    head_of,
    investigation_page,
    suspect_page,
)
from pentameter.justice.services.striking import operation_of, suspect_of
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was, require


@dataclass(frozen=True, slots=True)
class InvestigationsPage:
    """The list, and what the actor may do from it."""

    found: Investigations
    chosen: InvestigationFilter
    may_open: bool
    may_look: bool


@dataclass(frozen=True, slots=True)
class StrikePage:
    """The event that would be struck out."""

    suspect: SuspectPage
    line: EventLine


@transaction.atomic
def show_investigations(*, chosen: InvestigationFilter, by: Actor) -> InvestigationsPage:
    """The list of investigations."""
    require(decide(by, Operation.VIEW_INVESTIGATIONS))
    found = investigations(chosen, by)
    looked(Act.INVESTIGATIONS_LISTED, by=by, kind="investigation", ids=[one.id for one in found.lines])
    may_open = decide(by, Operation.OPEN_INVESTIGATION).allowed
    return InvestigationsPage(found, chosen, may_open, decide(by, Operation.VIEW_INVESTIGATION).allowed)


@transaction.atomic
def show_investigation(*, investigation_id: UUID, by: Actor) -> InvestigationPage:
    """One investigation."""
    found = opened(investigation_id, by, Operation.VIEW_INVESTIGATION)
    page = investigation_page(found, by)
    detail = {"suspects": [str(one.id) for one in page.suspects]}
    record(Act.INVESTIGATION_READ, by=by, subject=("investigation", investigation_id), detail=detail)
    return page


@transaction.atomic
def show_head(*, investigation_id: UUID, operation: Operation, by: Actor) -> Head:
    """The head of an investigation, over a form."""
    head = head_of(opened(investigation_id, by, operation))
    looked(Act.INVESTIGATION_READ, by=by, kind="investigation", ids=[investigation_id])
    return head


@transaction.atomic
def show_suspect(
    *, suspect_id: UUID, by: Actor, operation: Operation = Operation.VIEW_INVESTIGATION, as_of: datetime | None = None
) -> SuspectPage:
    """One suspect; `as_of`: as it was known at a moment."""
    found = opened_suspect(suspect_id, by, operation)
    page = suspect_page(found, by, clock.today(), as_of)
    looked(Act.SUSPECT_READ, by=by, kind="suspect", ids=[suspect_id])
    return page


@transaction.atomic
def show_strike(*, event_id: UUID, by: Actor) -> StrikePage:
    """What would be struck out."""
    page = show_suspect(suspect_id=suspect_of(event_id), by=by, operation=operation_of(event_id))
    line = next((one for one in page.lines if one.row_id == event_id), None)
    if line is None:
        raise never_was()
    return StrikePage(page, line)
