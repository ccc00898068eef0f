"""Rows in quarantine: shown to those who sent them, mended, or set aside with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, looked, record
from pentameter.intelligence.intake.drafts import FileKind, Problem, RawRow, ReportDraft
from pentameter.intelligence.intake.foreign import FORMATS
from pentameter.intelligence.keys import keys_alone, keys_of
from pentameter.intelligence.models import IntakeFile, QuarantinedRow
from pentameter.intelligence.queries.intake import next_waiting
from pentameter.intelligence.rules import RowState, may_mend, may_take_back
from pentameter.intelligence.services import rows as make
from pentameter.intelligence.services import steps
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.operations import api as operations


@dataclass(frozen=True, slots=True)
class RowView:
    """A row in quarantine, opened. `following` waits next in its file; `left` counts those that wait besides it."""

    id: UUID
    file_id: UUID
    file_name: str
    kind: FileKind
    row_number: int
    state: RowState
    version: int
    cells: Mapping[str, str]
    problems: tuple[Problem, ...]
    reason: str
    report_id: UUID | None
    following: UUID | None
    left: int


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a mended row: accepted, here already, or what is still wrong with it."""

    accepted: bool = False
    duplicate: bool = False
    problems: tuple[Problem, ...] = ()
    report_id: UUID | None = None


class RowChangedMeanwhile(Refused):
    """Somebody dealt with the row after it was opened."""

    def __init__(self) -> None:
        super().__init__("Someone else dealt with this row meanwhile. Look at it again.", conflict=True)


@transaction.atomic
def open_row(*, row_id: UUID, by: Actor) -> RowView:
    """Show a row in quarantine to those who sent it."""
    row = _owned(row_id, by)
    looked(Event.ROW_SHOWN, by=by, kind="row", ids=[row.id])
    return _view(row)


@transaction.atomic
def mend_row(*, row_id: UUID, cells: Mapping[str, str], version: int, by: Actor) -> Mended:
    """Try a row again with mended cells. If it is still wrong, nothing changes and the problems are told."""
    row = _owned(row_id, by)
    _unchanged(row, version)
    require(may_mend(row.state))
    mended_cells = _mended_cells(_held(row)["cells"], cells)
    raw = RawRow(number=row.row_number, cells=mended_cells, foreign=row.file.format in FORMATS)
    mended = _retry_return(row.file, raw, by) if row.file.kind == FileKind.RETURNS.value else _retry(row.file, raw, by)
    if mended.problems:
        return mended
    _close(row, RowState.MENDED, by, report_id=mended.report_id)
    _recount(row.file, mended)
    detail = {"file": str(row.file_id), "duplicate": mended.duplicate, "report": str(mended.report_id or "")}
    record(Event.ROW_MENDED, by=by, subject=("row", row.id), detail=detail)
    return mended


@transaction.atomic
def set_aside_row(*, row_id: UUID, reason: str, version: int, by: Actor) -> None:
    """Leave a row out for a reason in words. It stays counted as quarantined, and stays sealed."""
    row = _owned(row_id, by)
    _unchanged(row, version)
    require(may_mend(row.state))
    if not reason.strip():
        raise Refused("Say why the row is set aside.")
    row.reason = reason.strip()
    _close(row, RowState.SET_ASIDE, by)
    record(Event.ROW_SET_ASIDE, by=by, subject=("row", row.id), detail={"file": str(row.file_id)})


@transaction.atomic
def take_back_row(*, row_id: UUID, version: int, by: Actor) -> None:
    """A row that was set aside waits to be mended again."""
    row = _owned(row_id, by)
    _unchanged(row, version)
    require(may_take_back(row.state))
    row.reason = ""
    row.state, row.closed_at, row.closed_by = RowState.WAITING.value, None, ""
    _save(row)
    record(Event.ROW_TAKEN_BACK, by=by, subject=("row", row.id), detail={"file": str(row.file_id)})


def _owned(row_id: UUID, by: Actor) -> QuarantinedRow:
    """The row, locked with its file, if it is the actor's agency's; as if it never was, if not."""
    found = QuarantinedRow.objects.select_related("file").select_for_update().filter(pk=row_id).first()
    owner = found.file.agency_id if found else ""
    subject = Subject("row", str(row_id), Compartment.INTELLIGENCE, owner_agency=owner)
    require(decide(by, Operation.MEND_QUARANTINE, subject))
    if found is None:
        raise never_was()
    return found


def _unchanged(row: QuarantinedRow, version: int) -> None:
    if row.version != version:
        raise RowChangedMeanwhile


def _view(row: QuarantinedRow) -> RowView:
    held = _held(row)
    following, left = next_waiting(row.file_id, after=row.row_number, beside=row.id)
    return RowView(
        id=row.id,
        file_id=row.file_id,
        file_name=row.file.name,
        kind=FileKind(row.file.kind),
        row_number=row.row_number,
        state=RowState(row.state),
        version=row.version,
        cells={name: shown(value) for name, value in held["cells"].items()},
        problems=tuple(Problem(**one) for one in held["problems"]),
        reason=row.reason,
        report_id=row.report_id,
        following=following,
        left=left,
    )


def _held(row: QuarantinedRow) -> dict[str, Any]:
    keys = keys_of(row.file.agency_id)
    return cast(dict[str, Any], keys.unseal(row.sealed, bound_to=f"quarantine:{row.id}"))


def shown(cell: str) -> str:
    """A cell as a page can show it: what is no text stands as a replacement character."""
    return "".join(one if one.isprintable() or one in "\t\n\r" else "\ufffd" for one in cell)


def _mended_cells(sent: Mapping[str, str], typed: Mapping[str, str]) -> dict[str, str]:
    """The row with what was typed. A cell that was left as it was shown stays as it was sent."""
    changed = {name: value for name, value in typed.items() if _lines(value) != _lines(shown(sent.get(name, "")))}
    return {**sent, **changed}


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _retry(file: IntakeFile, raw: RawRow, by: Actor) -> Mended:
    draft = steps.read_row(raw, steps.ground_of(file.agency_id, file.received_at))
    if not isinstance(draft, ReportDraft):
        return Mended(problems=draft)
    keys, batch = keys_alone(file.agency_id), steps.Batch()
    waves = operations.waves_beside(file.wave_id)
    placed = make.Placed(file.id, file.received_at, raw.number, keys, by, waves, file.id)
    problems = steps.accept(batch, placed, draft, steps.known_contents(file.agency_id, [draft.own_reference]))
    if problems:
        return Mended(problems=problems)
    batch.write()
    report_id = cast(UUID, batch.reports[0]["id"]) if batch.reports else None
    return Mended(accepted=bool(batch.reports), duplicate=bool(batch.duplicate), report_id=report_id)


def _retry_return(file: IntakeFile, raw: RawRow, by: Actor) -> Mended:
    ground = steps.ground_of(file.agency_id, file.received_at)
    outcome = steps.file_return(raw, ground, operations.waves_beside(file.wave_id), by)
    if isinstance(outcome, tuple):
        return Mended(problems=outcome)
    return Mended(accepted=outcome, duplicate=not outcome)


def _close(row: QuarantinedRow, state: RowState, by: Actor, report_id: UUID | None = None) -> None:
    row.state, row.closed_at, row.closed_by, row.report_id = state.value, clock.now(), by.id, report_id
    _save(row)


def _save(row: QuarantinedRow) -> None:
    row.version += 1
    row.save(update_fields=["state", "closed_at", "closed_by", "report_id", "version", "reason"])


def _recount(file: IntakeFile, mended: Mended) -> None:
    """The row moves from quarantined to accepted or duplicate; the sum stays."""
    locked = IntakeFile.objects.select_for_update().get(pk=file.pk)
    locked.quarantined -= 1
    locked.accepted += mended.accepted
    locked.duplicate += mended.duplicate
    locked.save(update_fields=["quarantined", "accepted", "duplicate"])
