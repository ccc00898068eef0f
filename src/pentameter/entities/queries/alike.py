"""Which placed people may be somebody who is described: for those who have to leave her out."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from pentameter.entities.linkage.api import PersonFacts, Prepared, block_keys, model, prepare, score
from pentameter.entities.prepared import value_of
from pentameter.entities.queries import blocks, known
from pentameter.entities.queries.placed import placed
from pentameter.intelligence.api import some_of

EVERYBODY = 2**31 - 2
"""A key under which many lie is looked through to its end: she may be the last of them."""


def things_like(people: Collection[PersonFacts]) -> frozenset[UUID]:
    """The things that may be one of these people: whoever the model would propose as the same to those who judge."""
    near: dict[UUID, set[int]] = defaultdict(set)
    prepared = [prepare(one) for one in people]
    keys = [{value_of(key) for key in block_keys(one)} for one in prepared]
    sharing = blocks.sharing({value for values in keys for value in values}, limit=EVERYBODY)
    for number, values in enumerate(keys):
        for value in values:
            for mention in sharing.get(value, ()):
                near[mention].add(number)
    return frozenset(
        thing for some in some_of(sorted(near)) for thing in _alike(prepared, {one: near[one] for one in some})
    )


def _alike(people: Sequence[Prepared], near: dict[UUID, set[int]]) -> set[UUID]:
    candidates = placed(near)
    shared = known.shared([*people, *(one.prepared for one in candidates.values())])
    least = model().propose_at
    return {
        one.thing
        for mention, one in candidates.items()
        if any(score(people[number], one.prepared, shared=shared).weight >= least for number in near[mention])
    }
