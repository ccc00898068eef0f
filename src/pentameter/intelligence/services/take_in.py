"""Taking a received file in, in steps that each stand whole: reports, quarantine, counts and audit row together.

Killed anywhere, it goes on after the last step that was committed; the identifiers of rows are derived from the file
and the row, so the tables end as they would have ended undisturbed.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.db import transaction

from pentameter.audit.api import Event, record
from pentameter.intelligence import store
from pentameter.intelligence.intake import readers
from pentameter.intelligence.intake.drafts import FileKind, FileRefused, RawRow
from pentameter.intelligence.models import IntakeFile
from pentameter.intelligence.rules import FileState
from pentameter.intelligence.services.steps import Step, take_reports, take_returns
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

ROWS_A_STEP = 500
Progress = Callable[[int, int], None]


def take_in_file(*, file_id: UUID, by: Actor, progress: Progress | None = None) -> IntakeFile:
    """Take in what is left of a received file, and return it as it stands then."""
    file = _begin(file_id)
    if file.state != FileState.READING.value:
        return file
    with store.opened(file.id) as path:
        try:
            if not file.rows_read:
                _survey(file, path)
            with readers.open_file(path, name=file.name) as source:
                for rows in _steps(source.rows(skip=file.rows_read)):
                    file = _take(file, source.kind, rows, by)
                    if progress:
                        progress(file.rows_read, max(file.rows_expected, file.rows_read))
        except FileRefused as refusal:
            return _refuse(file, refusal, by)
    return _finish(file, by)


def unfinished() -> list[UUID]:
    """The files that were received and are not done: a worker that starts goes on with them."""
    waiting = (FileState.RECEIVED.value, FileState.READING.value)
    return list(IntakeFile.objects.filter(state__in=waiting).order_by("received_at").values_list("id", flat=True))


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
        file.format, file.kind = source.format, source.kind.value
        file.rows_expected = sum(1 for _ in source.rows())
    file.save(update_fields=["format", "kind", "rows_expected"])


def _steps(rows: Iterator[RawRow]) -> Iterator[Sequence[RawRow]]:
    while step := list(islice(rows, ROWS_A_STEP)):
        yield step


def _take(file: IntakeFile, kind: FileKind, rows: Sequence[RawRow], by: Actor) -> IntakeFile:
    """One step, in one transaction. Another worker at the same file waits, and then finds it done."""
    take: Step = take_reports if kind is FileKind.REPORTS else take_returns
    with transaction.atomic():
        locked = IntakeFile.objects.select_for_update().get(pk=file.pk)
        if locked.rows_read != file.rows_read or locked.state != FileState.READING.value:
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
    with transaction.atomic():
        locked = IntakeFile.objects.select_for_update().get(pk=file.pk)
        locked.state, locked.finished_at = FileState.REFUSED.value, clock.now()
        locked.refusal_code, locked.refusal = refusal.code, refusal.sentence
        locked.save(update_fields=["state", "finished_at", "refusal_code", "refusal"])
        record(Event.FILE_REFUSED, by=by, subject=("file", file.pk), detail={"code": refusal.code})
    store.discard(file.pk)
    return locked


def _finish(file: IntakeFile, by: Actor) -> IntakeFile:
    with transaction.atomic():
        locked = IntakeFile.objects.select_for_update().get(pk=file.pk)
        if locked.state == FileState.READING.value:
            locked.state, locked.finished_at = FileState.DONE.value, clock.now()
            locked.rows_expected = locked.rows_read
            locked.save(update_fields=["state", "finished_at", "rows_expected"])
            detail = {"rows": locked.rows_read, "accepted": locked.accepted, "quarantined": locked.quarantined}
            record(Event.FILE_FINISHED, by=by, subject=("file", file.pk), detail=detail)
            rows = locked.rows_read
            IntakeFile.objects.filter(repeats=locked).update(rows_read=rows, rows_expected=rows, duplicate=rows)
    store.discard(file.pk)
    return locked
