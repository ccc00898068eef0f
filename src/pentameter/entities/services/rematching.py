"""A new model matches everyone again, who were prepared by another; what it proposes no more is withdrawn.

People of whole reports are prepared anew and compared with those whom the same model prepared. Whichever of two is
prepared later finds the other, so once all are prepared every pair was seen. Judgements stand, whoever made them: what
a model decided is undone by people and not by the next model.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from pentameter.audit.api import Event, record
from pentameter.entities.facts import people
from pentameter.entities.linkage.api import Model, Prepared, block_keys, prepare, score
from pentameter.entities.linkage.api import model as linkage_model
from pentameter.entities.models import Block, Followed, Placing, Proposal
from pentameter.entities.prepared import value_of
from pentameter.entities.queries import known
from pentameter.entities.queries.following import stale
from pentameter.entities.queries.placed import placed
from pentameter.entities.rules.proposals import ProposalState
from pentameter.entities.services.entering import enter
from pentameter.entities.services.knowing import learn
from pentameter.entities.services.locking import alone
from pentameter.entities.services.matching import match
from pentameter.entities.services.placing_people import add_blocks, place_all
from pentameter.entities.services.proposals import withdraw
from pentameter.intelligence import api as intelligence
from pentameter.intelligence.api import OpenMention
from pentameter.kernel.actor import Actor

REPORTS_A_STEP = 100
AGAIN = "again"
"""Stands for a model that is none, so that everyone is matched again by the one there is."""
_MARKED_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Rematched:
    """What a step did."""

    people: int
    decided: int
    proposed: int
    withdrawn: int


def match_again_next(*, by: Actor) -> Rematched | None:
    """Prepare and match the next people whom another model prepared; None where there are none that can be opened."""
    model = linkage_model()
    with transaction.atomic():
        list(Followed.objects.select_for_update().order_by("pk").values_list("pk"))
        alone()
        reports = stale(model.version, limit=REPORTS_A_STEP, without=intelligence.locked_agencies())
        if not reports:
            return None
        return _match_again(intelligence.mentions_of_reports(reports), model, by)


def match_all_again(*, by: Actor) -> int:
    """Have everyone matched again by the model there is; tells how many people there are."""
    with transaction.atomic():
        count = _prepared().count()
        record(Event.MENTIONS_PLACED, by=by, subject=("model", AGAIN), detail={"again": count})
    after = UUID(int=0)
    while some := list(_prepared().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:_MARKED_AT_ONCE]):
        Placing.objects.filter(pk__in=some).update(prepared_by=AGAIN)
        after = some[-1]
    return count


def _prepared() -> QuerySet[Placing]:
    return Placing.objects.filter(prepared_by__gt="")


def _match_again(mentions: Sequence[OpenMention], model: Model, by: Actor) -> Rematched:
    prepared = {mention: prepare(facts) for mention, facts in people(mentions).items()}
    ours = [one for one in mentions if one.id in prepared]
    place_all(ours, prepared, model)
    keys = {mention: [value_of(key) for key in block_keys(one)] for mention, one in prepared.items()}
    Block.objects.filter(mention__in=list(prepared)).delete()
    add_blocks(keys)
    learn(prepared.values())
    entered = enter([match(keys, model)], model.version, by)
    withdrawn = _withdraw(prepared, model, by)
    detail = {"again": len(ours), "proposed": entered.proposed, "withdrawn": withdrawn}
    record(Event.MENTIONS_PLACED, by=by, subject=("model", model.version), detail=detail)
    return Rematched(len(ours), entered.decided, entered.proposed, withdrawn)


def _withdraw(prepared: Mapping[UUID, Prepared], model: Model, by: Actor) -> int:
    """Of what older models proposed on these people, withdraw what this one does not think likely."""
    pairs = _older(list(prepared), model)
    found = placed({end for pair in pairs for end in pair})
    ready = [pair for pair in pairs if all(end in found and found[end].prepared_by == model.version for end in pair)]
    shared = known.shared(one.prepared for one in found.values())
    unlikely = [
        (left, right)
        for left, right in ready
        if score(found[left].prepared, found[right].prepared, shared=shared).weight < model.propose_at
    ]
    withdraw(unlikely, closed_by=by.id)
    return len(unlikely)


def _older(mentions: Collection[UUID], model: Model) -> list[tuple[UUID, UUID]]:
    waiting = Proposal.objects.filter(state=ProposalState.OPEN.value).exclude(model_version=model.version)
    return list(
        waiting.filter(Q(left__in=mentions) | Q(right__in=mentions)).order_by("id").values_list("left_id", "right_id")
    )
