"""Canonical things: what the judgements that hold at a moment say, and where they contradict each other.

The answer depends on the set of judgements alone, never on their order: adding one, or taking one away again, gives
exactly the state with it or without it. Judgements of sameness are followed from the strongest to the weakest (a
person's before a machine's, a higher score before a lower); one that would join what is judged different is not
followed, and is named with the judgement that it contradicts. A machine's "different" does not stop a person's "same".

What is said here of mentions depends only on the island that they lie in: those that judgements of sameness reach from
one to the next. So a judgement changes nothing beyond its islands, and the next state costs no more than they do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from pentameter.entities.rules.judgements import Finding, Judgement, holding

Thing = UUID
"""A canonical thing is named by the smallest identifier among its mentions."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A judgement of sameness that is not followed, and the judgement of difference that stands against it."""

    same: UUID
    different: UUID


@dataclass(frozen=True, slots=True)
class Canonical:
    """Which thing each mention belongs to, which island it lies in, and what contradicts what."""

    thing_of: Mapping[UUID, Thing]
    island_of: Mapping[UUID, UUID]
    contradictions: tuple[Contradiction, ...]


@dataclass(slots=True)
class _Groups:
    """Mentions joined so far: a forest whose roots carry their smallest mention."""

    above: dict[UUID, UUID] = field(default_factory=dict)
    smallest: dict[UUID, UUID] = field(default_factory=dict)
    size: dict[UUID, int] = field(default_factory=dict)

    def root(self, one: UUID) -> UUID:
        above = self.above
        if one not in above:
            above[one] = self.smallest[one] = one
            self.size[one] = 1
            return one
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    def join(self, one: UUID, other: UUID) -> tuple[UUID, UUID]:
        """Join two roots; answers the root that stays and the one that goes."""
        stays, goes = (one, other) if self.size[one] >= self.size[other] else (other, one)
        self.above[goes] = stays
        self.size[stays] += self.size[goes]
        self.smallest[stays] = min(self.smallest[stays], self.smallest[goes])
        return stays, goes

    def named(self) -> dict[UUID, UUID]:
        """The smallest mention of each mention's group."""
        return {one: self.smallest[self.root(one)] for one in list(self.above)}


def canonical(mentions: Iterable[UUID], judgements: Iterable[Judgement]) -> Canonical:
    """The things that these mentions make, by these judgements (none of them undone), in time nearly linear in both."""
    held = holding(judgements).values()
    same = sorted((one for one in held if one.finding is Finding.SAME), key=_strength)
    groups, apart = _Groups(), _apart(held)
    islands = _Groups() if apart else groups  # where nothing is judged different, an island is one thing
    for mention in mentions:
        groups.root(mention)
        islands.root(mention)
    against = [_follow(one, groups, islands, apart) for one in same]
    contradictions = tuple(one for one in against if one is not None)
    things = groups.named()
    return Canonical(things, things if islands is groups else islands.named(), contradictions)


_Apart = dict[UUID, dict[UUID, Judgement]]
"""From a group's root to those that it is judged different from, with the judgement that counts most."""


def _strength(one: Judgement) -> tuple[bool, float, datetime, UUID]:
    return not one.by_person, -one.score if not one.by_person else 0.0, one.made_at, one.id


def _apart(held: Iterable[Judgement]) -> _Apart:
    found: _Apart = {}
    for one in held:
        if one.finding is Finding.DIFFERENT:
            found.setdefault(one.left, {})[one.right] = one
            found.setdefault(one.right, {})[one.left] = one
    return found


def _follow(one: Judgement, groups: _Groups, islands: _Groups, apart: _Apart) -> Contradiction | None:
    """Join the pair, unless what it would join is judged different."""
    far, other = islands.root(one.left), islands.root(one.right)
    if far != other:
        islands.join(far, other)
    left, right = groups.root(one.left), groups.root(one.right)
    if left == right:
        return None
    against = apart.get(left, {}).get(right)
    if against is not None and (against.by_person or not one.by_person):
        return Contradiction(same=one.id, different=against.id)
    _carry(apart, *groups.join(left, right))
    return None


def _carry(apart: _Apart, stays: UUID, goes: UUID) -> None:
    """What the root that goes was different from, the root that stays is different from now."""
    theirs = apart.pop(goes, {})
    mine = apart.setdefault(stays, {}) if theirs else apart.get(stays, {})
    for other, why in theirs.items():
        back = apart.get(other, {})
        back.pop(goes, None)
        if other == stays:
            mine.pop(goes, None)
            continue
        before = mine.get(other)
        stronger = why if before is None else min(before, why, key=_strength)
        mine[other] = stronger
        back[stays] = stronger
