"""Which placed people may be somebody who is described: for those who have to leave her out."""

from collections.abc import Collection
from uuid import UUID

from pentameter.entities.linkage.api import PersonFacts, block_keys, model, prepare, score
from pentameter.entities.prepared import value_of
from pentameter.entities.queries import blocks, known
from pentameter.entities.queries.placed import placed


def things_like(people: Collection[PersonFacts]) -> frozenset[UUID]:
    """The things that may be one of these people: whoever the model would propose as the same to those who judge."""
    prepared = [prepare(one) for one in people]
    keys = [{value_of(key) for key in block_keys(one)} for one in prepared]
    sharing = blocks.sharing({value for values in keys for value in values})
    candidates = placed({mention for mentions in sharing.values() for mention in mentions})
    shared = known.shared([*prepared, *(one.prepared for one in candidates.values())])
    return frozenset(
        candidates[mention].thing
        for one, values in zip(prepared, keys, strict=True)
        for mention in {mention for value in values for mention in sharing.get(value, ())}
        if mention in candidates
        and score(one, candidates[mention].prepared, shared=shared).weight >= model().propose_at
    )
