"""Who is one person if the doubtful pairs are drawn: other linkings that the records allow as well.

A doubtful pair is one that waits to be judged, or that a machine judged near its threshold. In a draw it is the same
person with the chance that its match weight says (log2 of the odds), and the things are worked out anew by the rules of
`canonical`. What people judged is never drawn: their "same" joins, and their "different" parts whatever is drawn.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from pentameter.entities.rules.canonical import canonical
from pentameter.entities.rules.judgements import Finding, Judgement, Way

T = TypeVar("T")
CERTAIN = 0.9999
"""A machine's judgement with a better chance than this is taken as it is."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair that may be the same, as the judgement that it would be; `open`: nobody has judged it."""

    judgement: Judgement
    open: bool

    @property
    def chance(self) -> float:
        """The chance that it is the same: odds of 2 to the match weight."""
        return chance_of(self.judgement.score)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Islands that doubts tie together: their mentions, what was judged beyond doubt among them, and the doubts."""

    mentions: tuple[UUID, ...]
    judgements: tuple[Judgement, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Linkage:
    """All clusters with a doubt, ordered, so that a seed gives the same draws. Mentions outside are never in doubt."""

    clusters: tuple[Cluster, ...] = ()

    @property
    def doubts(self) -> int:
        """How many pairs are drawn."""
        return sum(len(cluster.doubts) for cluster in self.clusters)


def chance_of(weight: float) -> float:
    """The probability that belongs to a match weight."""
    if weight < -1000:
        return 0.0
    return 1.0 / (1.0 + 2.0**-weight) if weight < 1000 else 1.0


def is_doubtful(one: Judgement) -> bool:
    """Whether a judgement may be drawn against: a machine's "same" near its threshold, and no person's."""
    machine = one.way is Way.MACHINE and one.finding is Finding.SAME
    return machine and chance_of(one.score) < CERTAIN


def drawn(linkage: Linkage, draw: Callable[[], float]) -> dict[UUID, UUID]:
    """The thing of every mention in a cluster, in one draw: `draw` gives a number from 0 to 1 for each doubt."""
    return _things(linkage, lambda doubt: draw() < doubt.chance)


def likeliest(linkage: Linkage) -> dict[UUID, UUID]:
    """The same with every doubt taken as it most likely is."""
    return _things(linkage, lambda doubt: doubt.chance > 0.5)


def _things(linkage: Linkage, same: Callable[[Doubt], bool]) -> dict[UUID, UUID]:
    found: dict[UUID, UUID] = {}
    for cluster in linkage.clusters:
        taken = [doubt.judgement for doubt in cluster.doubts if same(doubt)]
        found |= canonical(cluster.mentions, (*cluster.judgements, *taken)).thing_of
    return found


@dataclass(frozen=True, slots=True)
class Around:
    """What there is around the doubts: every mention's island, what was judged beyond doubt, and the doubts."""

    island_of: Mapping[UUID, UUID]
    judgements: Collection[Judgement]
    doubts: Collection[Doubt]


def clusters_of(around: Around, wanted: Collection[UUID]) -> Linkage:
    """Islands tied by doubts into clusters. Those without any `wanted` mention are left out."""
    known = around.island_of
    tied = [one for one in around.doubts if all(end in known for end in one.judgement.pair)]
    at = _clusters(known, tied)
    kept = {at[one] for one in wanted if one in at} & {at[one.judgement.left] for one in tied}
    members = _by_cluster(known, lambda one: at[one])
    said = _by_cluster(around.judgements, lambda one: at.get(one.left))
    doubtful = _by_cluster(tied, lambda one: at[one.judgement.left])
    return Linkage(tuple(_cluster(members[one], said.get(one, []), doubtful[one]) for one in sorted(kept)))


def _clusters(island_of: Mapping[UUID, UUID], tied: Collection[Doubt]) -> dict[UUID, UUID]:
    """The smallest island of the cluster that each mention lies in."""
    above: dict[UUID, UUID] = {}

    def root(one: UUID) -> UUID:
        while (higher := above.get(one, one)) != one:
            above[one] = above.get(higher, higher)
            one = higher
        return one

    for doubt in tied:
        smaller, larger = sorted(root(island_of[end]) for end in doubt.judgement.pair)
        above[larger] = smaller
    return {mention: root(island) for mention, island in island_of.items()}


def _by_cluster(items: Iterable[T], at: Callable[[T], UUID | None]) -> dict[UUID, list[T]]:
    found: dict[UUID, list[T]] = {}
    for one in items:
        if (cluster := at(one)) is not None:
            found.setdefault(cluster, []).append(one)
    return found


def _cluster(mentions: list[UUID], judgements: list[Judgement], doubts: list[Doubt]) -> Cluster:
    return Cluster(
        tuple(sorted(mentions)),
        tuple(sorted(judgements, key=lambda one: one.id)),
        tuple(sorted(doubts, key=lambda one: (one.judgement.pair, one.judgement.id))),
    )
