"""The record as people read it: newest first, a page at a time."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet

from pentameter.audit.models import Entry
from pentameter.kernel.clock import LONDON

PAGE = 50
MANY = 2_000
"""So many rows are gone through for one record."""


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """Which rows. `subject_id` finds looks at that record, and lists in which it was shown. Days are days in London."""

    actor: str = ""
    subject_type: str = ""
    subject_id: str = ""
    event: str = ""
    since: date | None = None
    until: date | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the record. `detail` holds ids, codes and counts."""

    seq: int
    at: datetime
    event: str
    actor: str
    role: str
    agency: str
    subject_type: str
    subject_id: str
    purpose: str
    detail: dict[str, object]
    previous: str
    digest: str

    @property
    def shown(self) -> int:
        """How many records a list showed."""
        ids = self.detail.get("ids")
        return len(ids) if isinstance(ids, list) else 0

    @property
    def facts(self) -> dict[str, str]:
        """The single values of the detail, as they are said."""
        return {name: _said(value) for name, value in self.detail.items() if not isinstance(value, list)}

    @property
    def lists(self) -> dict[str, list[object]]:
        """The lists of the detail: mostly ids."""
        return {name: value for name, value in self.detail.items() if isinstance(value, list)}


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None or value == "" else str(value)


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A page of rows. `older` is where the next page begins, if there is one."""

    lines: tuple[Line, ...]
    older: int | None

    @property
    def actors(self) -> frozenset[str]:
        """Who acted."""
        return frozenset(line.actor for line in self.lines)


@dataclass(frozen=True, slots=True)
class Looker:
    """A person who looked at a record, and how often."""

    actor: str
    role: str
    agency: str
    times: int
    first_at: datetime
    last_at: datetime
    purposes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookersPage:
    """Everyone who did something with a record or was shown it, the last first. `rows`: the newest rows behind it."""

    subject_id: str
    lookers: tuple[Looker, ...]
    rows: int
    more: bool

    @property
    def actors(self) -> frozenset[str]:
        """Who acted."""
        return frozenset(looker.actor for looker in self.lookers)


def page(wanted: RecordFilter) -> RecordPage:
    """The newest rows that fit the filter, before a number if one is given."""
    found = list(_fitting(wanted).order_by("-seq")[: PAGE + 1])
    lines = tuple(as_line(row) for row in found[:PAGE])
    return RecordPage(lines, older=lines[-1].seq if len(found) > PAGE else None)


def rows_about(subject_id: str, *, before: int | None = None) -> RecordPage:
    """The newest rows about one record, and of lists in which it was shown. One SQL query."""
    return page(RecordFilter(subject_id=subject_id, before=before))


def lookers(subject_id: str) -> LookersPage:
    """Who did something with a record, or had it in a list that they were shown."""
    found = list(_fitting(RecordFilter(subject_id=subject_id)).order_by("-seq")[: MANY + 1])
    rows = [as_line(row) for row in found[:MANY]]
    by_actor: dict[str, list[Line]] = {}
    for row in rows:
        by_actor.setdefault(row.actor, []).append(row)
    people = tuple(_looker(theirs) for theirs in by_actor.values())
    return LookersPage(subject_id, people, len(rows), more=len(found) > MANY)


def _looker(theirs: list[Line]) -> Looker:
    last, purposes = theirs[0], dict.fromkeys(row.purpose for row in theirs if row.purpose)
    return Looker(last.actor, last.role, last.agency, len(theirs), theirs[-1].at, last.at, tuple(purposes))


def line(seq: int) -> Line | None:
    """One row, or None."""
    row = Entry.objects.filter(seq=seq).first()
    return as_line(row) if row else None


def _fitting(wanted: RecordFilter) -> QuerySet[Entry]:
    exact = {"actor": wanted.actor, "subject_type": wanted.subject_type, "event": wanted.event}
    rows = Entry.objects.filter(**{name: value for name, value in exact.items() if value})
    if wanted.subject_id:
        in_a_list = Q(detail__contains=json.dumps(wanted.subject_id, ensure_ascii=False))
        rows = rows.filter(Q(subject_id=wanted.subject_id) | in_a_list)
    if wanted.since:
        rows = rows.filter(at__gte=datetime.combine(wanted.since, time.min, LONDON))
    if wanted.until:
        rows = rows.filter(at__lt=datetime.combine(wanted.until + timedelta(days=1), time.min, LONDON))
    return rows.filter(seq__lt=wanted.before) if wanted.before else rows


def as_line(row: Entry) -> Line:
    return Line(
        seq=row.seq,
        at=row.at,
        event=row.event,
        actor=row.actor,
        role=row.role,
        agency=row.agency,
        subject_type=row.subject_type,
        subject_id=row.subject_id,
        purpose=row.purpose,
        detail=_detail(row.detail),
        previous=row.previous,
        digest=row.digest,
    )


def _detail(text: str) -> dict[str, object]:
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {"text": text}
