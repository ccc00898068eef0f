"""The pairs that may be one person and are not certain, with all that is needed to work their islands out anew."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from pentameter.entities.models import Judgement as Row
from pentameter.entities.models import Placing, Proposal
from pentameter.entities.queries.islands import values_of
from pentameter.entities.rules.judgements import Finding, Judgement, Way
from pentameter.entities.rules.proposals import ProposalState
from pentameter.entities.rules.redrawing import Around, Doubt, Linkage, clusters_of, is_doubtful
from pentameter.intelligence.api import MentionKind

_SURE = 14.0
"""A match weight whose chance is above `redrawing.CERTAIN`: what is heavier is not even looked at."""


def linkage_of(mentions: Collection[UUID]) -> Linkage:
    """What is doubtful around these people. Three SQL queries, however many there are.

    Two whom only people outside these islands and their neighbours could join are not drawn together.
    """
    islands = dict(_placings().values_list("mention_id", "island"))
    judgements = values_of(Row.objects.filter(left__in=_placings().values("mention_id")))
    weak = [Doubt(one, open=False) for one in judgements if is_doubtful(one)]
    certain = [one for one in judgements if not is_doubtful(one)]
    return clusters_of(Around(islands, certain, [*_open(), *weak]), mentions)


def _open() -> list[Doubt]:
    rows = _proposals().values_list("id", "left_id", "right_id", "weight", "proposed_at")
    return [
        Doubt(Judgement(one, left, right, Finding.SAME, Way.MACHINE, at, weight), open=True)
        for one, left, right, weight, at in rows
    ]


def _proposals() -> QuerySet[Proposal]:
    return Proposal.objects.filter(state=ProposalState.OPEN.value, kind=MentionKind.PERSON.value).order_by()


def _placings() -> QuerySet[Placing]:
    """Every mention in an island that a doubt touches."""
    weak = Row.objects.filter(way=Way.MACHINE.value, finding=Finding.SAME.value, score__lt=_SURE, undoing=None)
    ends = Q(pk__in=_proposals().values("left_id")) | Q(pk__in=_proposals().values("right_id"))
    ends |= Q(pk__in=weak.values("left_id")) | Q(pk__in=weak.values("right_id"))
    touched = Placing.objects.filter(ends, kind=MentionKind.PERSON.value).order_by()
    return Placing.objects.filter(island__in=touched.values("island")).order_by()
