"""What the machine says of a pair that a reader may read both sides of, worked out anew from what they may read.

The weight that is stored with a proposal also counts, say, how many people gave a phone in reports that the reader may
not read. It is not shown: the sentences, weights and sum here are drawn from the two records, and from how often a
thing stands in reports that the reader may read.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from pentameter.entities.linkage.api import DOUBTS, BlockKey, Evidence, Prepared, model, score
from pentameter.entities.models import Block, Placing
from pentameter.entities.prepared import opened, value_of
from pentameter.entities.queries.readability import may_read
from pentameter.entities.rules.reviewing import Weighed
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused

NOT_WEIGHED = "What speaks for and against this pair cannot be worked out. Nothing was saved; the pair waits."
COUNTED = 2_000
"""How far those who share a thing are counted; past it the thing tells nothing."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """What speaks for and against, from what the model thinks before anything is compared to the sum.

    `doubts` keep the machine from deciding alone, and contradict nothing.
    """

    beginning: float
    evidence: tuple[Evidence, ...]
    weighed: Weighed
    doubts: tuple[str, ...]
    model_version: str


def weighing(left: UUID, right: UUID, by: Actor) -> Weighing | None:
    """What the model says of two people; None of other things, which it does not weigh.

    The reader may read both: that is asked before. One SQL query, and one for each thing that both share.

    Raises:
        Refused: where the model cannot be used. Nobody judges people without what the records say against it.
    """
    known = _prepared(left, right)
    if len(known) < 2:
        return None
    try:
        speaking = model()
    except (OSError, ValueError) as wrong:
        raise Refused(f"{NOT_WEIGHED} {wrong}", conflict=True) from wrong
    found = score(known[left], known[right], shared=_shared(by))
    hard = tuple(one for one in found.contradictions if one not in DOUBTS)
    doubts = tuple(one for one in found.contradictions if one in DOUBTS)
    weighed = Weighed(found.weight, speaking.propose_at, speaking.decide_at, hard)
    beginning = found.weight - sum(one.weight for one in found.evidence)
    return Weighing(beginning, found.evidence, weighed, doubts, speaking.version)


def _prepared(left: UUID, right: UUID) -> dict[UUID, Prepared]:
    rows = Placing.objects.filter(pk__in=[left, right]).values_list("mention_id", "sealed")
    kept = {mention: opened(mention, sealed).prepared for mention, sealed in rows}
    return {mention: prepared for mention, prepared in kept.items() if prepared is not None}


def _shared(by: Actor) -> Callable[[str], int]:
    """How many mentions give a phone that `linkage` names, such as "phone +447700900417", as far as is readable.

    Of names nothing is counted, so that a typical one is assumed.
    """

    def count(term: str) -> int:
        rule, _, value = term.partition(" ")
        if rule != "phone":
            return 0
        having = Block.objects.filter(may_read(by, "mention__report_id"), value=value_of(BlockKey(rule, value)))
        return len(having.order_by().values_list("pk")[:COUNTED])

    return count
