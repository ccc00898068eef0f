"""Pairs that wait for somebody to judge them."""

from collections.abc import Collection
from uuid import UUID

from pentameter.entities.models import Proposal
from pentameter.entities.rules.judgements import Pair
from pentameter.entities.rules.proposals import ProposalState


def open_among(mentions: Collection[UUID]) -> frozenset[Pair]:
    """The open pairs both of whose mentions are among these. One SQL query."""
    waiting = Proposal.objects.filter(state=ProposalState.OPEN.value, left__in=mentions, right__in=mentions)
    return frozenset(waiting.order_by().values_list("left_id", "right_id"))
