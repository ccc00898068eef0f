"""Receiving a file: kept sealed and durable before anyone is told that it was received."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, record
from pentameter.intelligence import store
from pentameter.intelligence.models import IntakeFile
from pentameter.intelligence.rules import FileState
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused, require


@dataclass(frozen=True, slots=True)
class Received:
    """A file that was received. `repeats` is the file that it repeats, byte for byte, if it does."""

    file_id: UUID
    repeats: UUID | None = None


def receive_file(*, name: str, chunks: Iterable[bytes], wave_id: UUID, way: str, by: Actor) -> Received:
    """Keep a file of the actor's agency for taking in. The same file again is known and adds nothing."""
    subject = Subject("intake", compartment=Compartment.INTELLIGENCE, owner_agency=by.agency)
    require(decide(by, Operation.SUBMIT_REPORTS, subject))
    file_id = new_id()
    try:
        kept = store.keep(file_id, chunks)
    except store.TooLarge as error:
        raise Refused("The file is larger than an upload may be. Split it and send the parts.") from error
    row = IntakeFile(
        id=file_id,
        agency_id=by.agency,
        wave_id=wave_id,
        name=name[:200],
        digest=kept.digest,
        size=kept.size,
        way=way,
        state=FileState.RECEIVED.value,
        received_at=clock.now(),
        received_by=by.id,
    )
    try:
        return _add(row, by)
    except IntegrityError:  # the same file came in at the same moment, and its row was there first
        return _add(row, by)


@transaction.atomic
def _add(row: IntakeFile, by: Actor) -> Received:
    first = _same_file(row.agency_id, row.digest)
    return _repeated(row, first, by) if first else _received(row, by)


def _same_file(agency: str, digest: str) -> IntakeFile | None:
    found = IntakeFile.objects.select_for_update().filter(agency_id=agency, digest=digest, repeats=None)
    return found.exclude(state=FileState.REFUSED.value).first()


def _received(row: IntakeFile, by: Actor) -> Received:
    row.save(force_insert=True)
    record(Event.FILE_RECEIVED, by=by, subject=("file", row.id), detail={"size": row.size, "way": row.way})
    return Received(row.id)


def _repeated(row: IntakeFile, first: IntakeFile, by: Actor) -> Received:
    """Every row of a file sent again is a duplicate, as many as the first has (or will have, once it is read)."""
    row.repeats, row.state, row.finished_at = first, FileState.DONE.value, row.received_at
    row.format, row.kind = first.format, first.kind
    row.rows_read = row.rows_expected = row.duplicate = first.rows_read
    row.save(force_insert=True)
    record(Event.FILE_REPEATED, by=by, subject=("file", row.id), detail={"first": str(first.id)})
    transaction.on_commit(lambda: store.discard(row.id))
    return Received(row.id, repeats=first.id)
