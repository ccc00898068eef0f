"""What became of the files that an agency sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Sum

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.intelligence.models import IntakeFile, QuarantinedRow
from pentameter.intelligence.rules import FileState, RowState
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was, require


@dataclass(frozen=True, slots=True)
class FileCard:
    """A received file and its counts. `waiting` of its rows in quarantine are to be mended or set aside yet."""

    id: UUID
    agency: str
    wave: UUID
    name: str
    format: str
    kind: str
    way: str
    size: int
    state: FileState
    rows: int
    expected: int
    accepted: int
    quarantined: int
    duplicate: int
    refusal_code: str
    refusal: str
    repeats: UUID | None
    received_at: datetime
    finished_at: datetime | None
    waiting: int = 0

    @property
    def in_progress(self) -> bool:
        """Whether rows are still to be read."""
        return self.state in (FileState.RECEIVED, FileState.READING)


def files_of(agency: str, *, limit: int = 100) -> tuple[FileCard, ...]:
    """The agency's files, latest first. Two SQL queries."""
    files = list(IntakeFile.objects.filter(agency_id=agency).order_by("-received_at")[:limit])
    held = QuarantinedRow.objects.filter(file__in=files, state=RowState.WAITING.value)
    waiting = dict(held.order_by().values_list("file_id").annotate(Count("id")))
    return tuple(card(file, waiting=waiting.get(file.id, 0)) for file in files)


def file_card(file_id: UUID, *, by: Actor) -> FileCard:
    """A file of the actor's agency; as if it never was, if it is another's."""
    file = IntakeFile.objects.filter(pk=file_id).first()
    subject = Subject("file", str(file_id), Compartment.INTELLIGENCE, owner_agency=file.agency_id if file else "")
    require(decide(by, Operation.VIEW_INTAKE, subject))
    if file is None:
        raise never_was()
    return card(file)


def next_waiting(file_id: UUID, *, after: int, beside: UUID) -> tuple[UUID | None, int]:
    """The row of a file that waits next, the first again after the last; and how many wait besides one."""
    waiting = QuarantinedRow.objects.filter(file_id=file_id, state=RowState.WAITING.value).exclude(pk=beside)
    rows = list(waiting.order_by("row_number").values_list("row_number", "id"))
    following = [identifier for number, identifier in rows if number > after]
    chosen = following[0] if following else rows[0][1] if rows else None
    return chosen, len(rows)


def waiting_rows(agency: str) -> int:
    """How many of the agency's rows wait in quarantine."""
    return QuarantinedRow.objects.filter(file__agency_id=agency, state=RowState.WAITING.value).count()


def files_in_progress(agency: str) -> int:
    """How many of the agency's files are still being taken in."""
    states: Sequence[str] = (FileState.RECEIVED.value, FileState.READING.value)
    return IntakeFile.objects.filter(agency_id=agency, state__in=states).count()


def unfinished(*, using: str = "default") -> tuple[UUID, ...]:
    """The files that were received and are not done, oldest first: a worker that starts goes on with them."""
    states: Sequence[str] = (FileState.RECEIVED.value, FileState.READING.value)
    waiting = IntakeFile.objects.using(using).filter(state__in=states, repeats=None).order_by("received_at")
    return tuple(waiting.values_list("id", flat=True))


@dataclass(frozen=True, slots=True)
class AgencyTotals:
    """What came of all files of an agency."""

    agency: str
    files: int
    rows: int
    accepted: int
    quarantined: int
    duplicate: int


def totals_by_agency() -> tuple[AgencyTotals, ...]:
    """Every agency that sent files, with the sums over them: for the command line's table."""
    sums = IntakeFile.objects.values("agency_id").annotate(
        files=Count("id"), rows=Sum("rows_read"), a=Sum("accepted"), q=Sum("quarantined"), d=Sum("duplicate")
    )
    return tuple(
        AgencyTotals(one["agency_id"], one["files"], one["rows"], one["a"], one["q"], one["d"])
        for one in sums.order_by("agency_id")
    )


def card(file: IntakeFile, *, waiting: int = 0) -> FileCard:
    """A file as others see it."""
    return FileCard(
        id=file.id,
        agency=file.agency_id,
        wave=file.wave_id,
        name=file.name,
        format=file.format,
        kind=file.kind,
        way=file.way,
        size=file.size,
        state=FileState(file.state),
        rows=file.rows_read,
        expected=file.rows_expected,
        accepted=file.accepted,
        quarantined=file.quarantined,
        duplicate=file.duplicate,
        refusal_code=file.refusal_code,
        refusal=file.refusal,
        repeats=file.repeats_id,
        received_at=file.received_at,
        finished_at=file.finished_at,
        waiting=waiting,
    )
