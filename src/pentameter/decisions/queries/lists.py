"""Removal lists as their officers see them: stored answers, in the words that stand for all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Count, QuerySet

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.decisions.list_keys import bound, safes_of
from pentameter.decisions.models import ListLine, RemovalList
from pentameter.decisions.queries.soundness import soundness
from pentameter.decisions.rules.screening import clearance, limits
from pentameter.decisions.rules.screening.answers import LineAnswer, word_of
from pentameter.decisions.rules.screening.clearance import LASTS, ListFacts, Soundness, Stage, Standing
from pentameter.decisions.rules.screening.lines import LineState
from pentameter.decisions.rules.screening.told import name_of, subject_from_json
from pentameter.kernel.actor import Actor
from pentameter.kernel.safe import Safe
from pentameter.kernel.verdict import Verdict, never_was, require

SHOWN = 100
"""Lines on a page, and lists on the list of lists."""
EVERY = slice(None)
_PROGRESS = frozenset({Standing.READING, Standing.CHECKING, Standing.AGAIN})


@dataclass(frozen=True, slots=True)
class ListCard:
    """A list: how far it is, how it stands, in words. `until`: the moment from which a clearance is over."""

    id: UUID
    reference: str
    name: str
    way: str
    received_at: datetime
    received_by: str
    lines: int
    checked: int
    checked_at: datetime | None
    until: datetime | None
    standing: Standing
    reason: str
    to_answer: int
    held: int
    refusal: str

    @property
    def in_progress(self) -> bool:
        """Whether the worker has still to do something."""
        return self.standing in _PROGRESS

    @property
    def may_check_again(self) -> bool:
        """Whether asking again could change anything."""
        return self.standing in (Standing.EXPIRED, Standing.UNSURE)


def may_screen(by: Actor) -> Verdict:
    """Whether the actor may have lists of their agency checked: immigration enforcement alone, people and system."""
    subject = Subject("list", compartment=Compartment.DECISION, owner_agency=by.agency)
    verdict = decide(by, Operation.SCREEN_LIST, subject)
    return limits.is_of_immigration(by) if verdict.allowed else verdict


def visible(list_id: UUID, by: Actor, *, among: QuerySet[RemovalList] | None = None) -> RemovalList:
    """A list that the actor may see, `among` those that a service holds for itself. One SQL query.

    Raises:
        Refused: hidden, where it is another agency's or never was.
    """
    require(may_screen(by))
    row = (RemovalList.objects.all() if among is None else among).filter(pk=list_id).first()
    owner = row.agency_id if row else ""
    require(decide(by, Operation.SCREEN_LIST, Subject("list", str(list_id), Compartment.DECISION, owner_agency=owner)))
    if row is None:
        raise never_was()
    return row


def list_card(list_id: UUID, *, by: Actor) -> ListCard:
    """How a list stands."""
    return next(cards([visible(list_id, by)]))


def cards(rows: Iterable[RemovalList], system: Soundness | None = None) -> Iterator[ListCard]:
    """How lists stand. Two SQL queries, and those of the system's soundness where it is not given."""
    found = list(rows)
    system = system or soundness()
    safes, counts = safes_of([row.id for row in found]), counts_of([row.id for row in found])
    for row in found:
        yield card_of(row, facts_of(row, counts.get(row.id, (0, 0))), system, safes[row.id])


def card_of(row: RemovalList, facts: ListFacts, system: Soundness, safe: Safe) -> ListCard:
    """How a list stands whose facts and key were read already."""
    told = told_of(row, safe)
    return ListCard(
        id=row.id,
        reference=row.reference,
        name=told.get("name", ""),
        way=row.way,
        received_at=row.received_at,
        received_by=row.received_by,
        lines=row.lines,
        checked=row.checked,
        checked_at=row.checked_at,
        until=row.checked_at + LASTS if row.checked_at else None,
        standing=clearance.standing(facts, system),
        reason=clearance.may_call_clear(facts, system).reason,
        to_answer=facts.to_answer,
        held=facts.held,
        refusal=told.get("refusal", ""),
    )


def told_of(row: RemovalList, safe: Safe) -> dict[str, str]:
    """What a list is called, and why it could not be read."""
    facts = safe.unseal(row.told, bound_to=bound("told", row.id))
    return {str(name): str(value) for name, value in facts.items()} if isinstance(facts, dict) else {}


def facts_of(row: RemovalList, counts: tuple[int, int]) -> ListFacts:
    """A list as the rules see it, with how many lines the desk has to answer, and how many are held."""
    to_answer, held = counts
    return ListFacts(
        stage=Stage(row.stage),
        checked_at=row.checked_at,
        mark=row.mark,
        unreadable=row.unreadable,
        lines=row.lines,
        unanswered=row.lines - row.checked,
        to_answer=to_answer,
        held=held,
    )


def counts_of(lists: Iterable[UUID]) -> dict[UUID, tuple[int, int]]:
    """For each list, how many of its lines the desk has to answer, and how many are held. One SQL query."""
    found: dict[UUID, tuple[int, int]] = {}
    rows = ListLine.objects.filter(list_id__in=list(lists), held=True).order_by()
    for list_id, state, count in rows.values_list("list_id", "state").annotate(Count("id")):
        to_answer, held = found.get(list_id, (0, 0))
        found[list_id] = to_answer + count * LineState(state).to_answer, held + count
    return found


def facts_now(row: RemovalList) -> ListFacts:
    """A list as the rules see it. One SQL query."""
    return facts_of(row, counts_of([row.id]).get(row.id, (0, 0)))


def answers(row: RemovalList, safe: Safe, *, sure: bool, shown: slice = EVERY) -> Iterator[LineAnswer]:
    """The answers to a list's lines, those that are held first, then in the order of the list. One SQL query.

    `sure`: whether "no hold found" may be said of a line.
    """
    rows = ListLine.objects.filter(list=row).order_by("-held", "number")
    for line in rows[shown].iterator():
        subject = subject_from_json(safe.unseal(line.told, bound_to=bound("line", line.id)))
        yield LineAnswer(
            id=subject.id,
            name=name_of(subject),
            word=word_of(LineState(line.state), may_say_none=sure),
            reference=line.reference,
            desk_number=settings.DUTY_DESK_NUMBER,
        )


def stale(*, mark: int, now: datetime) -> tuple[UUID, ...]:
    """Lists that may be relied on and were checked against holds that are no longer all. One SQL query."""
    live = RemovalList.objects.filter(stage=Stage.DONE.value, checked_at__gt=now - LASTS)
    return tuple(live.exclude(mark=mark).order_by("checked_at").values_list("id", flat=True))


def unfinished() -> tuple[UUID, ...]:
    """Lists that are still to be read or checked. One SQL query."""
    stages = (Stage.RECEIVED.value, Stage.CHECKING.value)
    return tuple(RemovalList.objects.filter(stage__in=stages).order_by("received_at").values_list("id", flat=True))


def waiting_for_officer(agency: str) -> tuple[ListCard, ...]:
    """Lists of the last day that an officer of the agency has to do something about, or to know of."""
    system = soundness()
    rows = RemovalList.objects.filter(agency_id=agency, received_at__gt=system.now - 2 * LASTS)
    return tuple(cards(rows.order_by("-received_at")[:SHOWN], system))
