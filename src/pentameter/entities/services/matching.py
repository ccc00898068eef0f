"""New people against everyone who is placed: who shares a block key is compared, then decided or proposed.

The machine decides where `rules.deciding` lets it; what the model thinks likely otherwise is proposed, the likeliest
mention of each thing and no more than a few things a mention. What was compared within a step is compared once.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from pentameter.entities.linkage.api import Model, score
from pentameter.entities.queries import blocks, known
from pentameter.entities.queries.islands import judgements_on, undone_by_hand
from pentameter.entities.queries.placed import Placed, placed
from pentameter.entities.rules.judgements import Finding, Pair, holding, pair_of
from pentameter.entities.services.comparing import Things
from pentameter.entities.services.machine import Decided
from pentameter.entities.services.proposals import Proposed
from pentameter.intelligence.api import MentionKind

MOST_COMPARED = 100
"""People with whom a new one is compared: those with whom it shares the most keys."""
MOST_PROPOSED = 10
"""Things that are proposed for one mention."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What came of matching."""

    decided: tuple[Decided, ...] = ()
    proposed: tuple[Proposed, ...] = ()


@dataclass(frozen=True, slots=True)
class _Likely:
    """A pair that the model thinks likely, seen from the new mention."""

    new: UUID
    other: UUID
    weight: float
    contradicted: bool


def match(keys: Mapping[UUID, Collection[int]], model: Model) -> Matched:
    """Match people who are placed, each with its block keys (as the table has them), in the order given."""
    candidates = candidates_of(keys)
    people = placed({*keys, *(one for found in candidates.values() for one in found)})
    shared = known.shared(one.prepared for one in people.values())
    things = Things(people, shared)
    likely = {new: _likely(people, new, candidates[new], (model, shared)) for new in keys if new in people}
    left_alone = _left_alone(pair for found in likely.values() for pair in found if pair.weight >= model.decide_at)
    decided = [one for found in likely.values() for one in _decide(found, left_alone, things, model)]
    proposed = [one for found in likely.values() for one in _propose(found, things, model)]
    return Matched(tuple(decided), tuple(proposed))


def candidates_of(keys: Mapping[UUID, Collection[int]]) -> dict[UUID, tuple[UUID, ...]]:
    """Those who share keys with each. Of two that this step matches, the later is compared with the earlier."""
    sharing = blocks.sharing({value for values in keys.values() for value in values})
    place = {mention: number for number, mention in enumerate(keys)}
    return {
        mention: tuple(one for one in _ranked(mention, values, sharing) if place.get(one, -1) < place[mention])
        for mention, values in keys.items()
    }


def _ranked(mention: UUID, values: Iterable[int], sharing: Mapping[int, Sequence[UUID]]) -> list[UUID]:
    """Who shares the most keys first. Keys that many share count only where no other finds anyone."""
    found = [sharing[value] for value in values if value in sharing]
    few = Counter(one for block in found if len(block) <= blocks.LARGEST for one in block if one != mention)
    counted = few or Counter(one for block in found for one in block if one != mention)
    return sorted(counted, key=lambda one: (-counted[one], one))[:MOST_COMPARED]


def _likely(
    people: Mapping[UUID, Placed],
    new: UUID,
    candidates: Iterable[UUID],
    by: tuple[Model, Callable[[str], int]],
) -> list[_Likely]:
    """Those whom the model thinks likely, the likeliest first."""
    (model, shared), one = by, people[new]
    found = []
    for other in (people[candidate] for candidate in candidates if candidate in people):
        if other.report == one.report or other.prepared_by != model.version:
            continue
        scored = score(one.prepared, other.prepared, shared=shared)
        if scored.weight >= model.propose_at:
            found.append(_Likely(new, other.mention, scored.weight, bool(scored.contradictions)))
    return sorted(found, key=lambda pair: (-pair.weight, pair.other))


def _left_alone(likely: Iterable[_Likely]) -> frozenset[Pair]:
    """The pairs that a person judged, or of which one undid what the machine had decided."""
    pairs = [pair_of(pair.new, pair.other) for pair in likely]
    if not pairs:
        return frozenset()
    judged = holding(judgements_on(pairs)).values()
    return frozenset(undone_by_hand(pairs)) | {one.pair for one in judged if one.by_person}


def _decide(likely: Iterable[_Likely], left_alone: Collection[Pair], things: Things, model: Model) -> Iterator[Decided]:
    for pair in likely:
        if (
            pair.contradicted
            or pair_of(pair.new, pair.other) in left_alone
            or things.of(pair.new) == things.of(pair.other)
        ):
            continue
        if things.decides(pair.new, pair.other, weight=pair.weight, decide_at=model.decide_at).allowed:
            things.join(pair.new, pair.other)
            yield Decided(*pair_of(pair.new, pair.other), Finding.SAME, pair.weight)


def _propose(likely: Iterable[_Likely], things: Things, model: Model) -> Iterator[Proposed]:
    """The likeliest mention of each other thing."""
    seen = {things.of(pair.new) for pair in likely}
    for pair in likely:
        if len(seen) > MOST_PROPOSED:
            return
        if (thing := things.of(pair.other)) not in seen:
            seen.add(thing)
            yield Proposed(pair_of(pair.new, pair.other), MentionKind.PERSON.value, pair.weight, model.version)
