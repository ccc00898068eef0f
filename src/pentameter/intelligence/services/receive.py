"""Receiving a file: kept sealed and durable before anyone is told that it was received."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, record
from pentameter.intelligence import store
from pentameter.intelligence.intake.foreign import STRICTEST, Terms
from pentameter.intelligence.models import IntakeFile
from pentameter.intelligence.rules import FileState
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import ALLOWED, Refused, Verdict, refused, require
from pentameter.operations import api as operations


@dataclass(frozen=True, slots=True)
class Received:
    """A file that was received. `repeats` is the file that it repeats, byte for byte, if it does."""

    file_id: UUID
    repeats: UUID | None = None


def receive_file(
    *, name: str, chunks: Iterable[bytes], wave_id: UUID, way: str, by: Actor, terms: Terms = STRICTEST
) -> Received:
    """Keep a file of the actor's agency for taking in. The same file again is known and adds nothing."""
    require(may_send(by))
    file_id = new_id()
    try:
        kept = store.keep(file_id, chunks, limit=_limit(way))
    except store.TooLarge as error:
        raise Refused("The file is larger than an upload may be. Split it and send the parts.") from error
    try:
        return receive_kept(arrived=Arrived(file_id, name, kept), wave_id=wave_id, way=way, by=by, terms=terms)
    except BaseException:
        store.discard(file_id)
        raise


def _limit(way: str) -> int:
    """How large a file may be, in bytes: what comes over the network less than what lies on the machine already."""
    return int(settings.COMMAND_LIMIT if way == "command" else settings.UPLOAD_LIMIT)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that was sealed as it came in, under the name that its sender gives it."""

    file_id: UUID
    name: str
    kept: store.Kept


def receive_kept(*, arrived: Arrived, wave_id: UUID, way: str, by: Actor, terms: Terms = STRICTEST) -> Received:
    """Receive a file that was sealed as it came in, before any transaction began.

    `terms` are for a file that another tool made, which only shows when it is read. They are kept if the sender is one
    who may bring such a file in; a file without terms is refused then.
    """
    require(may_send(by))
    require(takes_files(wave_id))
    row = IntakeFile(
        id=arrived.file_id,
        agency_id=by.agency,
        wave_id=wave_id,
        name=_clean(arrived.name),
        digest=arrived.kept.digest,
        size=arrived.kept.size,
        way=way,
        **_kept_terms(terms, by),
        state=FileState.RECEIVED.value,
        received_at=clock.now(),
        received_by=by.id,
    )
    try:
        return _add(row, by)
    except IntegrityError:  # the same file came in at the same moment, and its row was there first
        return _add(row, by)


def may_send(by: Actor) -> Verdict:
    """Whether the actor may send anything on behalf of their agency."""
    subject = Subject("intake", compartment=Compartment.INTELLIGENCE, owner_agency=by.agency)
    return decide(by, Operation.SUBMIT_REPORTS, subject)


def may_bring_in(by: Actor) -> Verdict:
    """Whether the actor may bring in what other tools made."""
    subject = Subject("intake", compartment=Compartment.INTELLIGENCE, owner_agency=by.agency)
    return decide(by, Operation.IMPORT_NETWORK, subject)


def _kept_terms(terms: Terms, by: Actor) -> dict[str, str]:
    if not may_bring_in(by).allowed:
        return {}
    return {"reach": terms.reach.value, "conditions": terms.conditions.strip()}


def takes_files(wave_id: UUID) -> Verdict:
    """Whether anything can be sent to a wave: history takes nothing more."""
    wave = operations.wave(wave_id)
    if wave is None or wave.is_history:
        return refused("There is no such wave. Choose the wave that it belongs to.")
    return ALLOWED


def _clean(name: str) -> str:
    """The file's name without its folders and without what cannot be shown."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(one for one in last if one.isprintable()).strip()
    return shown[-200:] or "file"


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
    row.repeats, row.format, row.kind = first, first.format, first.kind
    if first.state == FileState.DONE.value:
        row.state, row.finished_at = FileState.DONE.value, row.received_at
        row.rows_read = row.rows_expected = row.duplicate = first.rows_read
    else:
        row.state = FileState.READING.value
    row.save(force_insert=True)
    record(Event.FILE_REPEATED, by=by, subject=("file", row.id), detail={"first": str(first.id)})
    transaction.on_commit(lambda: store.discard(row.id))
    return Received(row.id, repeats=first.id)


def sweep(*, older_than: datetime) -> int:
    """Remove what was sealed for uploads that never came to a record. No act on a record, so it leaves no row."""
    return store.sweep(older_than, known=set(IntakeFile.objects.values_list("id", flat=True)))
