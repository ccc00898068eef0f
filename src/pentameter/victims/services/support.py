"""Looking at support: the question and the row that says who asked it, in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import looked
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was
from pentameter.victims.queries import attachments
from pentameter.victims.queries import support as queries
from pentameter.victims.queries.frames import Frame, frame_of
from pentameter.victims.queries.opening import OpenCase, opened
from pentameter.victims.queries.protections import protection_of, today_of
from pentameter.victims.queries.support import AnyEntry, Current, Step
from pentameter.victims.rules.cases import CaseState, Practical
from pentameter.victims.rules.languages import spoken
from pentameter.victims.rules.promise import at_the_earliest
from pentameter.victims.rules.protection import ClockAnswer
from pentameter.victims.rules.support import WORKERS, EntryKind
from pentameter.victims.services.reveals import revealed


@dataclass(frozen=True, slots=True)
class Base:
    """What every page of support has: the frame, the day and the zone of the case, and what has to be known first."""

    frame: Frame
    today: date
    zone: str
    practical: Practical
    may_change: bool
    flags: tuple[AnyEntry, ...]

    @property
    def language(self) -> str:
        """Her language as people say it; empty where it is not known."""
        return spoken(self.practical.language)

    @property
    def worker(self) -> str:
        """Who should speak with her, as people say it; empty where she was not asked yet."""
        return WORKERS.get(self.practical.worker_gender, self.practical.worker_gender)

    @property
    def support(self) -> ClockAnswer:
        """The clock of support."""
        return self.frame.protection.support

    @property
    def earliest(self) -> str:
        """When support could end at the earliest, in words."""
        return at_the_earliest(self.support)


@dataclass(frozen=True, slots=True)
class SupportPage:
    """What stands now: what is due, how she is, what was written last."""

    base: Base
    current: Current
    names: Mapping[str, str]
    may_see_where: bool

    @property
    def tasks(self) -> tuple[AnyEntry, ...]:
        """Open tasks by the day on which they are due: overdue ones are first by that."""
        return tuple(sorted(self.current.of(EntryKind.TASK), key=_due))

    @property
    def appointments(self) -> tuple[AnyEntry, ...]:
        """Appointments of which nobody said yet what became of them, the next one first."""
        return in_time(self.current.of(EntryKind.APPOINTMENT))


@dataclass(frozen=True, slots=True)
class EntriesPage:
    """Everything of some kinds, the latest first."""

    base: Base
    entries: tuple[AnyEntry, ...]
    names: Mapping[str, str]

    def of(self, *kinds: EntryKind) -> tuple[AnyEntry, ...]:
        """The entries of these kinds."""
        return tuple(one for one in self.entries if one.kind in kinds)

    def standing(self, kind: EntryKind) -> AnyEntry | None:
        """The entry of a kind of which one stands at a time."""
        return next((one for one in self.of(kind) if one.is_live), None)

    @property
    def open_tasks(self) -> tuple[AnyEntry, ...]:
        """Tasks to be done, overdue ones first."""
        return tuple(sorted((one for one in self.of(EntryKind.TASK) if one.is_live), key=_due))

    @property
    def settled_tasks(self) -> tuple[AnyEntry, ...]:
        """Tasks that were done or are not needed."""
        return tuple(one for one in self.of(EntryKind.TASK) if not one.is_live)

    @property
    def coming(self) -> tuple[AnyEntry, ...]:
        """Appointments to come, or of which nobody said yet what became of them."""
        return in_time(tuple(one for one in self.of(EntryKind.APPOINTMENT) if one.is_live))


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry with everything that was changed in it."""

    base: Base
    entry: AnyEntry
    steps: tuple[Step, ...]
    names: Mapping[str, str]
    colleagues: tuple[tuple[str, str], ...]

    @property
    def may_undo(self) -> bool:
        """Whether a step is left that can be undone."""
        return self.base.may_change and any(not one.undone for one in self.steps)


@dataclass(frozen=True, slots=True)
class FormPage:
    """What a form of support is filled in beside."""

    base: Base
    standing: AnyEntry | None
    colleagues: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FilesPage:
    """The files of a case."""

    base: Base
    files: tuple[attachments.FileLine, ...]
    names: Mapping[str, str]


@transaction.atomic
def show_support(*, case_id: UUID, by: Actor) -> SupportPage:
    """What stands in support now."""
    case = opened(case_id, by, Operation.VIEW_SUPPORT, Compartment.SUPPORT)
    now = queries.current(case)
    base = _base(case, by, now.of(EntryKind.FLAG))
    names = queries.names_of((*now.entries, *now.notes))
    may_see = case.may(by, Operation.SEE_WHEREABOUTS, Compartment.WHEREABOUTS)
    page = SupportPage(base, now, names, may_see)
    _looked(case_id, by)
    return page


@transaction.atomic
def show_entries(*, case_id: UUID, kinds: tuple[EntryKind, ...], by: Actor) -> EntriesPage:
    """Everything of some kinds but stays, which are asked for apart."""
    case, base = _opened(case_id, by)
    if EntryKind.STAY in kinds:
        raise never_was()
    entries = queries.history(case, kinds)
    page = EntriesPage(base, entries, queries.names_of(entries))
    _looked(case_id, by)
    return page


@transaction.atomic
def show_entry(*, case_id: UUID, entry_id: UUID, kind: EntryKind, by: Actor) -> EntryPage:
    """One task, appointment, flag or note, with its history."""
    case, base = _opened(case_id, by)
    if kind is EntryKind.STAY:
        raise never_was()
    entry = queries.entry_of(case, queries.row_of(case, entry_id, [kind]))
    steps = queries.steps_of(case, entry_id)
    page = EntryPage(base, entry, steps, queries.names_of([entry], steps), _colleagues(case, kind))
    _looked(case_id, by)
    return page


@transaction.atomic
def open_form(*, case_id: UUID, kind: EntryKind, by: Actor) -> FormPage:
    """What a new entry is written beside: for an assessment or an exit, the one that stands."""
    case, base = _opened(case_id, by, Operation.CHANGE_SUPPORT)
    standing = queries.current(case).one(kind) if kind is not EntryKind.STAY else None
    page = FormPage(base, standing, _colleagues(case, kind))
    _looked(case_id, by)
    return page


@transaction.atomic
def show_files(*, case_id: UUID, by: Actor) -> FilesPage:
    """The files of a case, without their bytes."""
    case, base = _opened(case_id, by)
    found = attachments.files(case)
    page = FilesPage(base, found, attachments.names_of_files(found))
    _looked(case_id, by)
    return page


@transaction.atomic
def open_stays(*, case_id: UUID, by: Actor) -> Base:
    """The page of stays before a purpose is stated: nothing of where she is."""
    case = opened(case_id, by, Operation.CHANGE_WHEREABOUTS, Compartment.WHEREABOUTS)
    base = _base(case, by, _flags(case, by))
    looked(Act.CASE_READ, by=by, kind="case", ids=[case_id])
    return base


def show_stays(*, case_id: UUID, purpose: str, by: Actor) -> EntriesPage:
    """Where she stays and stayed, for a stated purpose, to who showed their second factor lately."""

    def look() -> EntriesPage:
        case = opened(case_id, by, Operation.SEE_WHEREABOUTS, Compartment.WHEREABOUTS, purpose=purpose)
        entries = queries.history(case, [EntryKind.STAY])
        return EntriesPage(_base(case, by, _flags(case, by)), entries, queries.names_of(entries))

    return revealed(look, case_id=case_id, purpose=purpose, by=by)


def in_time(appointments: tuple[AnyEntry, ...]) -> tuple[AnyEntry, ...]:
    """Appointments in the order of their time."""
    return tuple(sorted(appointments, key=lambda one: (one.at is None, one.at)))


def _opened(case_id: UUID, by: Actor, operation: Operation = Operation.VIEW_SUPPORT) -> tuple[OpenCase, Base]:
    case = opened(case_id, by, operation, Compartment.SUPPORT)
    return case, _base(case, by, queries.history(case, [EntryKind.FLAG]))


def _flags(case: OpenCase, by: Actor) -> tuple[AnyEntry, ...]:
    """The flags, for who may read support; the desk that says where she is at night may not."""
    may = case.may(by, Operation.VIEW_SUPPORT, Compartment.SUPPORT)
    return queries.history(case, [EntryKind.FLAG]) if may else ()


def _base(case: OpenCase, by: Actor, flags: tuple[AnyEntry, ...] = ()) -> Base:
    protection = protection_of(case)
    may_change = case.state is CaseState.OPEN and case.may(by, Operation.CHANGE_SUPPORT, Compartment.SUPPORT)
    frame = frame_of(case, by, protection=protection)
    practical = case.practical if case.safe else Practical()
    today = today_of(case.row)
    return Base(frame, today, case.row.zone, practical, may_change, tuple(one for one in flags if one.stands(today)))


def _colleagues(case: OpenCase, kind: EntryKind) -> tuple[tuple[str, str], ...]:
    agency = case.row.support_agency_id if kind is EntryKind.TASK else None
    return queries.colleagues(agency) if agency else ()


def _looked(case_id: UUID, by: Actor) -> None:
    looked(Act.SUPPORT_READ, by=by, kind="case", ids=[case_id])


def _due(task: AnyEntry) -> tuple[date, str]:
    return task.until_on or date.max, str(task.id)
