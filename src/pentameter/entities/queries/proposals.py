"""How many pairs wait for somebody to judge them: only those of which they may read both reports."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from pentameter.access.api import Operation, decide
from pentameter.entities.models import Placing, Proposal
from pentameter.entities.rules.judgements import Pair
from pentameter.entities.rules.proposals import ProposalState
from pentameter.intelligence.api import readable_ids
from pentameter.kernel.actor import Actor

MOST_COUNTED = 1_000
"""A page says "more than" past it: nobody works through more today, and a count must not grow with the queue."""


@dataclass(frozen=True, slots=True)
class PairsWaiting:
    """How many pairs wait, and in how many of them a second opinion was asked for; each at most `MOST_COUNTED`."""

    pairs: int
    second_opinions: int

    @property
    def many(self) -> bool:
        """Whether there may be more than were counted."""
        return self.pairs >= MOST_COUNTED


NONE = PairsWaiting(0, 0)


def pairs_waiting(by: Actor) -> PairsWaiting:
    """What waits for this reader. Two SQL queries; none for whoever judges nothing."""
    if not decide(by, Operation.JUDGE_PAIR).allowed:
        return NONE
    waiting = readable_proposals(by).order_by()
    second = waiting.filter(second_asked_at__isnull=False)
    return PairsWaiting(waiting[:MOST_COUNTED].count(), second[:MOST_COUNTED].count())


def readable_proposals(by: Actor) -> QuerySet[Proposal]:
    """The open proposals of which the reader may read both reports."""
    mine = Placing.objects.filter(report__in=readable_ids(by))
    left, right = (Exists(mine.filter(pk=OuterRef(end))) for end in ("left_id", "right_id"))
    return Proposal.objects.filter(left, right, state=ProposalState.OPEN.value)


def open_among(mentions: Collection[UUID]) -> frozenset[Pair]:
    """The open pairs both of whose mentions are among these. One SQL query."""
    waiting = Proposal.objects.filter(state=ProposalState.OPEN.value, left__in=mentions, right__in=mentions)
    return frozenset(waiting.order_by().values_list("left_id", "right_id"))
