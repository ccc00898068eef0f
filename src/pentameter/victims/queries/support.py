"""What support keeps of a case, opened: what stands now, one kind with its history, one entry with its steps."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from pentameter.access.api import Compartment, walls
from pentameter.accounts import api as accounts
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was
from pentameter.victims.models import SupportEntry, SupportStep
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.rules.cases import Sealed
from pentameter.victims.rules.contents import (
    AppointmentWords,
    AssessmentWords,
    ExitWords,
    FlagWords,
    NoteWords,
    StayWords,
    TaskWords,
)
from pentameter.victims.rules.support import ASSESSMENTS, CONTACT_FLAGS, EntryKind, EntryState, flag_stands, overdue

T = TypeVar("T", bound=Sealed)
CONTENTS: dict[EntryKind, type[Sealed]] = {
    **dict.fromkeys(ASSESSMENTS, AssessmentWords),
    EntryKind.TASK: TaskWords,
    EntryKind.APPOINTMENT: AppointmentWords,
    EntryKind.NOTE: NoteWords,
    EntryKind.FLAG: FlagWords,
    EntryKind.STAY: StayWords,
    EntryKind.EXIT: ExitWords,
}
LAST_NOTES = 3


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One entry, opened. What its days mean is said by its kind (`victims.rules.support`)."""

    id: UUID
    kind: EntryKind
    state: EntryState
    said: T
    from_on: date | None
    until_on: date | None
    at: datetime | None
    owner: str
    version: int
    made_at: datetime
    made_by: str
    follows: UUID | None

    @property
    def is_live(self) -> bool:
        """Whether it stands."""
        return self.state is EntryState.LIVE

    def overdue(self, today: date) -> bool:
        """Whether it should have been done, or looked at again, by now."""
        return overdue(self.state, self.until_on, today=today)

    def stands(self, today: date) -> bool:
        """Whether a flag is to be seen."""
        return flag_stands(self.state, self.until_on, today=today)


AnyEntry = Entry[Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One change of an entry, opened."""

    act: str
    reason: str
    at: datetime
    by: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Current:
    """What stands in support now. `housed`: the stay without what it says of where she is."""

    entries: tuple[AnyEntry, ...]
    notes: tuple[AnyEntry, ...]
    housed: SupportEntry | None

    def of(self, *kinds: EntryKind) -> tuple[AnyEntry, ...]:
        """The entries of these kinds."""
        return tuple(one for one in self.entries if one.kind in kinds)

    def one(self, kind: EntryKind) -> AnyEntry | None:
        """The entry of a kind of which one stands at a time."""
        return next(iter(self.of(kind)), None)


def current(case: OpenCase) -> Current:
    """What stands now, and the last notes. Where she is stays sealed. One SQL query."""
    last = _rows(case).filter(kind=EntryKind.NOTE.value).order_by("-made_at", "-id").values("pk")[:LAST_NOTES]
    wanted = ~Q(kind=EntryKind.NOTE.value) | Q(pk__in=last)
    rows = list(_rows(case).filter(wanted, state=EntryState.LIVE.value).order_by("-made_at", "-id"))
    stay = next((row for row in rows if row.kind == EntryKind.STAY.value), None)
    found = _opened(case, (row for row in rows if row is not stay))
    others = tuple(one for one in found if one.kind is not EntryKind.NOTE)
    return Current(others, tuple(one for one in found if one.kind is EntryKind.NOTE), stay)


def history(case: OpenCase, kinds: Collection[EntryKind]) -> tuple[AnyEntry, ...]:
    """All entries of some kinds, the latest first. One SQL query. Ask for stays only with the operation for it."""
    return _opened(case, _rows(case).filter(kind__in=[one.value for one in kinds]).order_by("-made_at", "-id"))


def row_of(case: OpenCase, entry_id: UUID, kinds: Collection[EntryKind]) -> SupportEntry:
    """One entry of this very case.

    Raises:
        Refused: as if it never was, if there is none.
    """
    row = _rows(case).filter(pk=entry_id, kind__in=[one.value for one in kinds]).first()
    if row is None:
        raise never_was()
    return row


def steps_of(case: OpenCase, entry_id: UUID) -> tuple[Step, ...]:
    """What was changed, the latest first. One SQL query."""
    rows = SupportStep.objects.filter(entry_id=entry_id, entry__case=case.row).order_by("-at", "-id")
    return tuple(Step(row.act, before(case, row)[1], row.at, row.by, row.undone_at is not None) for row in rows)


def before(case: OpenCase, step: SupportStep) -> tuple[dict[str, Any], str]:
    """How an entry was before a step, and why the step was taken."""
    facts = case.key.unseal(step.sealed, bound_to=bound("support step", step.id)) if case.safe else {}
    said = facts if isinstance(facts, dict) else {}
    return dict(said.get("before") or {}), str(said.get("reason") or "")


def entry_of(case: OpenCase, row: SupportEntry) -> AnyEntry:
    """An entry opened; empty where the case was erased."""
    kind = EntryKind(row.kind)
    facts = case.key.unseal(row.sealed, bound_to=bound("support", row.id)) if case.safe else {}
    return Entry(
        id=row.id,
        kind=kind,
        state=EntryState(row.state),
        said=CONTENTS[kind].from_json(facts),
        from_on=row.from_on,
        until_on=row.until_on,
        at=row.at,
        owner=row.owner,
        version=row.version,
        made_at=row.made_at,
        made_by=row.made_by,
        follows=row.follows_id,
    )


def contact_flags(case: OpenCase, by: Actor, *, today: date) -> tuple[str, ...]:
    """What whoever opens the record must know before calling her, without the reason. One SQL query.

    Whom the firewall keeps from support is told nothing, since even this comes from there.
    """
    if (by.role, Compartment.SUPPORT) in walls() or case.safe is None:
        return ()
    rows = _rows(case).filter(kind=EntryKind.FLAG.value, state=EntryState.LIVE.value)
    standing = (one for one in _opened(case, rows) if one.stands(today))
    return tuple(one.said.words for one in standing if one.said.flag in CONTACT_FLAGS)


def names_of(entries: Iterable[AnyEntry], steps: Iterable[Step] = ()) -> dict[str, str]:
    """Who wrote and who answers for what. One SQL query, or none where there is nobody to name."""
    found = {one.made_by for one in entries} | {one.owner for one in entries} | {one.by for one in steps}
    return accounts.names(found - {""}) if found else {}


def colleagues(agency: str) -> tuple[tuple[str, str], ...]:
    """Who may answer for a task: those who work for the organisation that supports her. Two SQL queries."""
    lines = accounts.people(accounts.PeopleFilter(agency=agency, role="caseworker")).lines
    return tuple((str(one.id), one.name) for one in lines if one.active)


def _rows(case: OpenCase) -> QuerySet[SupportEntry]:
    return SupportEntry.objects.filter(case=case.row)


def _opened(case: OpenCase, rows: Iterable[SupportEntry]) -> tuple[AnyEntry, ...]:
    return tuple(entry_of(case, row) for row in rows)
