"""Looking at what was sent: the question and the row that says who asked it, in one transaction."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, looked
from pentameter.intelligence.intake.drafts import Problem
from pentameter.intelligence.keys import keys_of
from pentameter.intelligence.models import QuarantinedRow
from pentameter.intelligence.queries.intake import FileCard, file_card, files_of
from pentameter.intelligence.rules import RowState
from pentameter.intelligence.services.receive import may_bring_in, may_send
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.operations import api as operations
from pentameter.operations.api import WaveCard

ROWS_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class IntakePage:
    """An agency's files, and the waves that it can send to, the likeliest first."""

    files: tuple[FileCard, ...]
    waves: tuple[WaveCard, ...]
    may_send: bool
    may_bring_in: bool = False


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row in quarantine with all that is wrong with it."""

    id: UUID
    row_number: int
    state: RowState
    problems: tuple[Problem, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class FilePage:
    """A file with its rows in quarantine. `first` is the file that it repeats."""

    file: FileCard
    wave: WaveCard | None
    first: FileCard | None
    rows: tuple[RowLine, ...]
    number: int
    pages: int
    may_mend: bool


@transaction.atomic
def show_intake(*, by: Actor, today: date) -> IntakePage:
    """The files that the actor's agency sent, latest first."""
    require(decide(by, Operation.VIEW_INTAKE, _of("intake", "", by.agency)))
    files = files_of(by.agency)
    looked(Event.INTAKE_LISTED, by=by, kind="file", ids=[file.id for file in files])
    return IntakePage(files, waves_to_choose(today), may_send(by).allowed, may_bring_in(by).allowed)


@transaction.atomic
def show_file(*, file_id: UUID, by: Actor, page: int = 1) -> FilePage:
    """A file with its rows in quarantine, each with what is wrong with it."""
    file = file_card(file_id, by=by)
    held = QuarantinedRow.objects.filter(file_id=file_id)
    pages = max(1, -(-held.count() // ROWS_A_PAGE))
    number = min(max(1, page), pages)
    start = (number - 1) * ROWS_A_PAGE
    rows = list(held.order_by("row_number")[start : start + ROWS_A_PAGE])
    looked(Event.FILE_SHOWN, by=by, kind="file", ids=[file_id, *(row.id for row in rows)])
    waiting = held.filter(state=RowState.WAITING.value).count()
    return FilePage(
        file=replace(file, waiting=waiting),
        wave=operations.wave(file.wave),
        first=file_card(file.repeats, by=by) if file.repeats else None,
        rows=tuple(_line(row, file.agency) for row in rows),
        number=number,
        pages=pages,
        may_mend=decide(by, Operation.MEND_QUARANTINE, _of("file", str(file_id), file.agency)).allowed,
    )


@transaction.atomic
def first_reasons(*, file_id: UUID, by: Actor, limit: int = 2) -> tuple[str, ...]:
    """The sentences of a file's first rows in quarantine."""
    file = file_card(file_id, by=by)
    rows = list(QuarantinedRow.objects.filter(file_id=file_id).order_by("row_number")[:limit])
    looked(Event.FILE_SHOWN, by=by, kind="file", ids=[file_id, *(row.id for row in rows)])
    return tuple(_line(row, file.agency).problems[0].sentence for row in rows)


def waves_to_choose(today: date) -> tuple[WaveCard, ...]:
    """The waves that have begun of operations that are not history: those that run first, then the latest."""
    cards = [wave for one in operations.operations() if not one.is_history for wave in one.waves]
    begun = [wave for wave in cards if wave.starts_on <= today]
    return tuple(sorted(begun, key=lambda wave: (today in wave.period, wave.starts_on), reverse=True))


def _line(row: QuarantinedRow, agency: str) -> RowLine:
    held = cast(dict[str, Any], keys_of(agency).unseal(row.sealed, bound_to=f"quarantine:{row.id}"))
    problems = tuple(Problem(**one) for one in held["problems"])
    return RowLine(row.id, row.row_number, RowState(row.state), problems, row.reason)


def _of(kind: str, identifier: str, agency: str) -> Subject:
    return Subject(kind, identifier, Compartment.INTELLIGENCE, owner_agency=agency)
