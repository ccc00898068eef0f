"""Looking at the record is an act like any other: it needs a purpose and leaves a row."""

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit import queries
from pentameter.audit.events import Event
from pentameter.audit.queries import Line, LookersPage, RecordFilter, RecordPage
from pentameter.audit.services.recording import looked, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require


@transaction.atomic
def show_record(wanted: RecordFilter, *, purpose: str, by: Actor) -> RecordPage:
    """A page of the record. The look itself is recorded with its purpose and the numbers of the rows shown."""
    require(decide(by, Operation.VIEW_AUDIT, purpose=purpose))
    page = queries.page(wanted)
    looked(Event.AUDIT_SHOWN, by=by, kind="audit", ids=[line.seq for line in page.lines], purpose=purpose)
    return page


@transaction.atomic
def show_row(seq: int, *, purpose: str, by: Actor) -> Line:
    """One row, whole. The look itself is recorded."""
    require(decide(by, Operation.VIEW_AUDIT, purpose=purpose))
    line = queries.line(seq)
    if line is None:
        raise Refused("There is no such row.", hidden=True)
    looked(Event.AUDIT_SHOWN, by=by, kind="audit", ids=[seq], purpose=purpose)
    return line


@transaction.atomic
def show_lookers(subject_id: str, *, purpose: str, by: Actor) -> LookersPage:
    """Who looked at a record. To ask this is itself a look, and is recorded."""
    require(decide(by, Operation.VIEW_AUDIT, purpose=purpose))
    found = queries.lookers(subject_id)
    record(Event.AUDIT_SHOWN, by=by, subject=("lookers", subject_id[:64]), purpose=purpose, detail={"rows": found.rows})
    return found
