"""Taking a received file in, in steps that each stand whole: reports, quarantine, counts and audit row together.

Killed anywhere, it goes on after the last step that was committed; the identifiers of rows are derived from the file
and the row, so the tables end as they would have ended undisturbed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from pentameter.audit.api import Event, record
from pentameter.intelligence import store
from pentameter.intelligence.intake import readers
from pentameter.intelligence.intake.drafts import FileKind, FileRefused, RawRow
from pentameter.intelligence.intake.foreign import FORMATS
from pentameter.intelligence.models import IntakeFile
from pentameter.intelligence.queries.intake import FileCard, card
from pentameter.intelligence.rules import FileState
from pentameter.intelligence.services.steps import Step, take_reports, take_returns
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor

ROWS_A_STEP = 500
_SEND_AGAIN = (
    "What was kept of the file can no longer be read. Send it again: rows that are in already are counted once."
)
_ASK = (
    "was made by another tool. Such files are brought in by a supervisor or an analyst, on the Intake page. "
    "Ask one of your agency to send it."
)
Progress = Callable[[int, int], None]


def take_in_file(*, file_id: UUID, by: Actor, progress: Progress | None = None) -> FileCard:
    """Take in what is left of a received file, and tell how it stands then."""
    file = _begin(file_id)
    if file.state != FileState.READING.value:
        return card(file)
    try:
        with store.opened(file.id, digest=file.digest) as path:
            file = _read(file, path, by, progress)
    except FileRefused as refusal:
        return card(_refuse(file, refusal, by))
    except store.Lost:
        return card(_lost(file, by))
    return card(_finish(file, by))


def take_in_for_sender(*, file_id: UUID) -> FileCard:
    """Take a received file in on behalf of who sent it, whose right to send was decided when it was received."""
    file = IntakeFile.objects.get(pk=file_id)
    return take_in_file(file_id=file_id, by=replace(SYSTEM, id=file.received_by, agency=file.agency_id))


def _read(file: IntakeFile, path: Path, by: Actor, progress: Progress | None) -> IntakeFile:
    if not file.rows_read:
        _survey(file, path)
    with readers.open_file(path, name=file.name) as source:
        start = file.rows_read
        for rows in _steps(source.rows(skip=start)):
            file = _take(file, source.kind, rows, start, by)
            start += len(rows)
            if progress:
                progress(file.rows_read, max(file.rows_expected, file.rows_read))
    return file


@transaction.atomic
def _begin(file_id: UUID) -> IntakeFile:
    file = IntakeFile.objects.select_for_update().get(pk=file_id)
    if file.state == FileState.RECEIVED.value:
        file.state = FileState.READING.value
        file.save(update_fields=["state"])
    return file


def _survey(file: IntakeFile, path: Path) -> None:
    """Read the whole file once before anything is written: a file that cannot be read to its end leaves nothing."""
    with readers.open_file(path, name=file.name) as source:
        if source.format in FORMATS and not file.reach:
            raise FileRefused("not_brought_in", f"{file.name} {_ASK}")
        file.format, file.kind = source.format, source.kind.value
        file.rows_expected = sum(1 for _ in source.rows())
    file.save(update_fields=["format", "kind", "rows_expected"])


def _steps(rows: Iterator[RawRow]) -> Iterator[Sequence[RawRow]]:
    while step := list(islice(rows, ROWS_A_STEP)):
        yield step


def _take(file: IntakeFile, kind: FileKind, rows: Sequence[RawRow], start: int, by: Actor) -> IntakeFile:
    """One step, in one transaction: the rows from `start` on, less those that another worker took in meanwhile."""
    take: Step = take_reports if kind is FileKind.REPORTS else take_returns
    with transaction.atomic():
        locked = IntakeFile.objects.select_for_update().get(pk=file.pk)
        if locked.state != FileState.READING.value or locked.rows_read < start:
            return locked
        rows = rows[locked.rows_read - start :]
        if not rows:
            return locked
        counts = take(locked, rows, by)
        locked.accepted += counts.accepted
        locked.quarantined += counts.quarantined
        locked.duplicate += counts.duplicate
        locked.rows_read += len(rows)
        locked.save(update_fields=["accepted", "quarantined", "duplicate", "rows_read"])
        detail = {"to_row": rows[-1].number, "accepted": counts.accepted, "quarantined": counts.quarantined}
        record(Event.ROWS_TAKEN_IN, by=by, subject=("file", file.pk), detail={**detail, "duplicate": counts.duplicate})
    return locked


def _refuse(file: IntakeFile, refusal: FileRefused, by: Actor) -> IntakeFile:
    """Refuse a file of which nothing was taken in. Later it can no longer be refused, only be read again."""
    with transaction.atomic():
        locked = IntakeFile.objects.select_for_update().get(pk=file.pk)
        if locked.rows_read:
            raise refusal
        if locked.state == FileState.READING.value:
            _close(locked, FileState.REFUSED, refusal_code=refusal.code, refusal=refusal.sentence)
            record(Event.FILE_REFUSED, by=by, subject=("file", file.pk), detail={"code": refusal.code})
    store.discard(file.pk)
    return locked


def _lost(file: IntakeFile, by: Actor) -> IntakeFile:
    """What was kept is gone: another worker brought the file to its end meanwhile, or it must be sent again."""
    with transaction.atomic():
        locked = IntakeFile.objects.select_for_update().get(pk=file.pk)
        if locked.state == FileState.READING.value:
            _close(locked, FileState.REFUSED, refusal_code="lost", refusal=_SEND_AGAIN)
            record(Event.FILE_REFUSED, by=by, subject=("file", file.pk), detail={"code": "lost"})
    return locked


def _finish(file: IntakeFile, by: Actor) -> IntakeFile:
    with transaction.atomic():
        locked = IntakeFile.objects.select_for_update().get(pk=file.pk)
        if locked.state == FileState.READING.value and locked.rows_read == locked.rows_expected:
            rows = locked.rows_read
            IntakeFile.objects.filter(repeats=locked).update(rows_read=rows, duplicate=rows)
            _close(locked, FileState.DONE, rows_expected=rows)
            detail = {"rows": rows, "accepted": locked.accepted, "quarantined": locked.quarantined}
            record(Event.FILE_FINISHED, by=by, subject=("file", file.pk), detail=detail)
            if locked.format in FORMATS:
                terms = {"format": locked.format, "reach": locked.reach}
                record(Event.NETWORK_IMPORTED, by=by, subject=("file", file.pk), detail={**detail, **terms})
    store.discard(file.pk)
    return locked


def _close(file: IntakeFile, state: FileState, **also: object) -> None:
    """Bring a file to its end, and with it those that repeat it."""
    values = {"state": state.value, "finished_at": clock.now(), "format": file.format, "kind": file.kind, **also}
    IntakeFile.objects.filter(Q(pk=file.pk) | Q(repeats=file)).update(**values)
    file.refresh_from_db()
