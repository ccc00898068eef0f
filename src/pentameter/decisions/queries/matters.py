"""What can be asked of decisions: the list, and one matter with its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from pentameter.access.api import Operation, Reach, reach
from pentameter.decisions.models import Matter
from pentameter.decisions.rules.deadlines import Window, window
from pentameter.decisions.rules.drafts import Draft, Request
from pentameter.decisions.rules.states import OWNERS, UNDECIDED, Kind, Owner, Result, State
from pentameter.kernel.actor import Actor
from pentameter.victims.api import OpenCase, bound

PAGE = 50


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A matter in a list. Nobody's name is in it."""

    id: UUID
    case_id: UUID
    reference: str
    case_reference: str
    kind: Kind
    state: State
    result: Result | None
    late: bool
    opened_on: date
    due_on: date | None
    decided_on: date | None
    served_on: date | None
    window_until: date | None
    taken_by: str

    @property
    def owner(self) -> Owner:
        """Who has to act."""
        return OWNERS[self.state]

    @property
    def window(self) -> Window | None:
        """The days in which it may be asked to be reconsidered."""
        return window(self.kind, self.result, served_on=self.served_on)


@dataclass(frozen=True, slots=True)
class MatterCard:
    """A matter whole, with its words."""

    line: MatterLine
    about: UUID | None
    about_kind: Kind | None
    draft: Draft
    request: Request
    standard: str
    opened_by: str
    decided_by: str
    decided_at: datetime | None
    served_how: str
    served_by: str
    version: int


@dataclass(frozen=True, slots=True)
class MatterFilter:
    """What a list is narrowed to. `state` None: what somebody has to do something about."""

    kind: Kind | None = None
    state: State | None = None
    mine: bool = False
    page: int = 1

    @property
    def active(self) -> int:
        """How many are set."""
        return sum((self.kind is not None, self.state is not None, self.mine))


@dataclass(frozen=True, slots=True)
class Matters:
    """A page of the list."""

    lines: tuple[MatterLine, ...]
    total: int
    page: int
    pages: int


def matters(chosen: MatterFilter, by: Actor, today: date) -> Matters:
    """The matters that the actor may see, most urgent first. Two SQL queries.

    What was decided and not served comes first: she does not know of it, and her days have not begun. Then what is
    past its target, then requests to reconsider, then the oldest.
    """
    found = _seen_by(by).filter(_chosen(chosen, by))
    total = found.count()
    pages = max(1, -(-total // PAGE))
    page = min(max(chosen.page, 1), pages)
    ordered = found.annotate(rank=_rank(today)).order_by("rank", "opened_on", "opened_at", "id")
    rows = ordered.select_related("case")[(page - 1) * PAGE : page * PAGE]
    return Matters(tuple(line_of(row) for row in rows), total, page, pages)


def of_case(case: OpenCase) -> tuple[MatterCard, ...]:
    """The matters of a case with their words, newest first. One SQL query."""
    rows = Matter.objects.filter(case=case.row).select_related("case", "about").order_by("-opened_at", "-id")
    return tuple(card_of(row, case) for row in rows)


def waiting(by: Actor) -> Mapping[State, int]:
    """How many matters of each state somebody has to act on. One SQL query."""
    found: dict[State, int] = {}
    for state in _seen_by(by).filter(state__in=_TO_DO).values_list("state", flat=True):
        found[State(state)] = found.get(State(state), 0) + 1
    return found


def card_of(row: Matter, case: OpenCase) -> MatterCard:
    """A matter with its words, as far as they still open."""
    words: Any = {}
    if row.words is not None and case.safe is not None:
        words = case.safe.unseal(row.words, bound_to=bound("matter", row.id))
    return MatterCard(
        line=line_of(row),
        about=row.about_id,
        about_kind=Kind(row.about.kind) if row.about else None,
        draft=Draft.from_json(words.get("draft")),
        request=Request.from_json(words.get("request")),
        standard=row.standard,
        opened_by=row.opened_by,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        served_how=row.served_how,
        served_by=row.served_by,
        version=row.version,
    )


def line_of(row: Matter) -> MatterLine:
    """A matter as a list shows it."""
    return MatterLine(
        id=row.id,
        case_id=row.case_id,
        reference=row.reference,
        case_reference=row.case.reference,
        kind=Kind(row.kind),
        state=State(row.state),
        result=Result(row.result) if row.result else None,
        late=row.late,
        opened_on=row.opened_on,
        due_on=row.due_on,
        decided_on=row.decided_on,
        served_on=row.served_on,
        window_until=row.window_until,
        taken_by=row.taken_by,
    )


_TO_DO = [one.value for one in (*UNDECIDED, State.DECIDED)]


def _chosen(chosen: MatterFilter, by: Actor) -> Q:
    wanted = Q(state=chosen.state.value) if chosen.state else Q(state__in=_TO_DO)
    if chosen.kind:
        wanted &= Q(kind=chosen.kind.value)
    if chosen.mine:
        wanted &= Q(taken_by=by.id)
    return wanted


def _seen_by(by: Actor) -> QuerySet[Matter]:
    """What a list may hold: everything, or the cases that the actor's organisation supports or registered."""
    found = reach(by, Operation.VIEW_MATTERS)
    if found is Reach.ANY:
        return Matter.objects.all()
    if found is Reach.RELEASED and by.agency:
        return Matter.objects.filter(Q(case__support_agency_id=by.agency) | Q(case__agency_id=by.agency))
    return Matter.objects.none()


def _rank(today: date) -> Case:
    return Case(
        When(state=State.DECIDED.value, then=Value(0)),
        When(due_on__lt=today, state__in=[one.value for one in UNDECIDED], then=Value(1)),
        When(kind=Kind.RECONSIDERATION.value, state__in=[one.value for one in UNDECIDED], then=Value(2)),
        When(state__in=[one.value for one in UNDECIDED], then=Value(3)),
        default=Value(4),
        output_field=IntegerField(),
    )
