"""The review queue of one reader: pairs of which they may read both reports, those that change most first.

Pairs of which the reader may not read both are not in their queue, and are not counted.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from pentameter.entities.models import Opinion, Proposal
from pentameter.entities.queries.readability import may_read_both
from pentameter.entities.rules.proposals import ProposalState
from pentameter.entities.rules.reviewing import Turn, Whom, state_of
from pentameter.kernel.actor import Actor

COUNTED = 1000
"""Beyond these, "more than 1,000" says as much."""
_WAITING = Q(state=ProposalState.OPEN.value, second_asked_at=None)


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What the queue is narrowed to: a kind of thing, a force that sent either report, a theme of either report."""

    kind: str = ""
    agency: str = ""
    theme: str = ""

    @property
    def active(self) -> int:
        """How many filters are set."""
        return sum(map(bool, (self.kind, self.agency, self.theme)))


@dataclass(frozen=True, slots=True)
class PairRow:
    """A proposed pair, with the reports behind it and whose turn it is."""

    id: UUID
    kind: str
    left: UUID
    right: UUID
    left_report: UUID
    right_report: UUID
    senders: tuple[str, str]
    version: int
    turn: Turn


def queue(by: Actor, chosen: QueueFilter, now: datetime, limit: int) -> tuple[PairRow, ...]:
    """The first pairs that the reader can take. Two SQL queries."""
    return _rows(free(by, chosen, now)[:limit])


def count(by: Actor, chosen: QueueFilter, now: datetime) -> int:
    """How many pairs the reader can take, up to one more than are counted. One SQL query."""
    return len(free(by, chosen, now).order_by().values_list("pk")[: COUNTED + 1])


def asked(by: Actor, limit: int) -> tuple[PairRow, ...]:
    """Pairs on which the reader was asked for a second opinion. Two SQL queries."""
    return _rows(_readable(by).filter(_asked_of(by))[:limit])


def count_asked(by: Actor) -> int:
    """How many of them there are. One SQL query."""
    return _readable(by).filter(_asked_of(by)).count()


def batch(by: Actor, now: datetime) -> tuple[UUID, ...]:
    """The pairs of the reader's batch that still wait, in the queue's order. One SQL query."""
    mine = Q(claim__held_by=by.id, claim__held_until__gt=now)
    return tuple(_readable(by).filter(_WAITING, mine).values_list("pk", flat=True))


def free(by: Actor, chosen: QueueFilter, now: datetime) -> QuerySet[Proposal]:
    """Pairs that wait, and that no one else's batch holds, in the queue's order."""
    held = Q(claim__held_until__gt=now) & ~Q(claim__held_by=by.id)
    return _readable(by).filter(_WAITING, _narrowed(chosen)).exclude(held)


def pair(pair_id: UUID, by: Actor) -> PairRow | None:
    """One pair, if the reader may read both reports. Two SQL queries."""
    return next(iter(_rows(_readable(by).filter(pk=pair_id))), None)


def _readable(by: Actor) -> QuerySet[Proposal]:
    return Proposal.objects.filter(*may_read_both(by)).order_by("-impact", "id")


def _narrowed(chosen: QueueFilter) -> Q:
    condition = Q(kind=chosen.kind) if chosen.kind else Q()
    if chosen.agency:
        condition &= Q(left__report__agency=chosen.agency) | Q(right__report__agency=chosen.agency)
    if chosen.theme:
        condition &= Q(left__report__theme=chosen.theme) | Q(right__report__theme=chosen.theme)
    return condition


def _asked_of(by: Actor) -> Q:
    whom = (Whom(by.id).text, Whom(role=by.role.value, agency=by.agency).text)
    mine = Opinion.objects.filter(answered_at=None, asked_of__in=whom).exclude(asked_by=by.id)
    return Q(state=ProposalState.OPEN.value, pk__in=mine.values("proposal"))


_COLUMNS = ("id", "kind", "left_id", "right_id", "left__report_id", "right__report_id")
_SENDERS = ("left__report__agency_id", "right__report__agency_id")
_TURN = ("version", "state", "second_asked_at", "claim__held_by", "claim__held_until")


def _rows(proposals: QuerySet[Proposal]) -> tuple[PairRow, ...]:
    found: list[tuple[Any, ...]] = list(proposals.values_list(*_COLUMNS, *_SENDERS, *_TURN))
    opinions = _open_opinions([row[0] for row in found])
    return tuple(_row(row, opinions.get(row[0])) for row in found)


def _row(row: tuple[Any, ...], opinion: Opinion | None) -> PairRow:
    identifier, kind, left, right, left_report, right_report, one, other, version, *turning = row
    state, second_asked_at, held_by, until = turning
    stands = state_of(ProposalState(state), second_asked=second_asked_at is not None)
    turn = Turn(stands, held_by or "", until)
    if opinion is not None:
        turn = Turn(stands, asked_by=opinion.asked_by, asked_of=Whom.read(opinion.asked_of))
    return PairRow(identifier, kind, left, right, left_report, right_report, (one, other), version, turn)


def _open_opinions(proposals: Collection[UUID]) -> dict[UUID, Opinion]:
    rows = Opinion.objects.filter(proposal__in=proposals, answered_at=None)
    return {row.proposal_id: row for row in rows}
