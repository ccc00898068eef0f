"""Pairs put together to people, the surest first, and never across a contradiction.

A pair joins two clusters only if nobody in the one contradicts anybody in the other: documents more than a slip apart,
two sexes, two dates of birth that no usual fault makes one. Equal weights go by the mentions' numbers, which follow the
order of their identifiers; so the result does not depend on the order in which the file or the pairs came.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from pentameter.entities.linkage.births import UNKNOWN, Birth
from pentameter.entities.linkage.comparisons.births import BORN, POSSIBLE
from pentameter.entities.linkage.facts import Prepared


@dataclass(frozen=True, slots=True)
class Told:
    """What of a mention can contradict another."""

    sex: str = ""
    born: Birth = UNKNOWN
    document: str = ""


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    sexes: set[str] = field(default_factory=set)
    births: set[Birth] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    def contradicts(self, other: "_Cluster") -> bool:
        """Whether the two cannot be one person."""
        return (
            len(self.sexes | other.sexes) > 1
            or any(not _one_document(a, b) for a in self.documents for b in other.documents)
            or any(not _one_birth(a, b) for a in self.births for b in other.births)
        )

    def take(self, other: "_Cluster") -> None:
        """All of the other's members and what is told of them."""
        self.members += other.members
        self.sexes |= other.sexes
        self.births |= other.births
        self.documents |= other.documents


def clusters(pairs: Iterable[tuple[int, int]], told: Sequence[Told]) -> list[int]:
    """For each mention the smallest number in its cluster. `pairs` come the surest first."""
    of = [_start(number, one) for number, one in enumerate(told)]
    for left, right in pairs:
        one, other = of[left], of[right]
        if one is other or one.contradicts(other):
            continue
        if len(one.members) < len(other.members):
            one, other = other, one
        one.take(other)
        for member in other.members:
            of[member] = one
    smallest = {id(cluster): min(cluster.members) for cluster in of}
    return [smallest[id(cluster)] for cluster in of]


def _start(number: int, told: Told) -> _Cluster:
    return _Cluster(
        [number],
        {told.sex} if told.sex else set(),
        {told.born} if told.born.year else set(),
        {told.document} if told.document else set(),
    )


def _one_document(one: str, other: str) -> bool:
    return one == other or DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def _one_birth(one: Birth, other: Birth) -> bool:
    if one == other:
        return True
    left, right = (Prepared(birth_year=birth.year, birth_day=birth.day) for birth in (one, other))
    level = BORN.level(left, right, None)
    return level is None or level.name in POSSIBLE
