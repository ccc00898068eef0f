"""What a judgement would do: the things as they are, and as they would be with it. Nothing is changed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from pentameter.entities.rules.canonical import Canonical, Contradiction, canonical
from pentameter.entities.rules.judgements import Finding, Judgement, Pair


@dataclass(frozen=True, slots=True)
class Outcome:
    """The things of two mentions. They are one where `left` is `right`."""

    left: frozenset[UUID]
    right: frozenset[UUID]
    contradictions: tuple[Contradiction, ...]

    @property
    def one(self) -> bool:
        """Whether the two are one thing."""
        return self.left == self.right


@dataclass(frozen=True, slots=True)
class Joining:
    """Before, and after "same" and "different"."""

    before: Outcome
    same: Outcome
    different: Outcome

    def contradicted_by(self, finding: Finding) -> tuple[Contradiction, ...]:
        """Which judgements would no longer be followed, or would not be followed, that are not contradicted yet."""
        after = {Finding.SAME: self.same, Finding.DIFFERENT: self.different}.get(finding, self.before)
        return tuple(one for one in after.contradictions if one not in self.before.contradictions)


def joining(mentions: Collection[UUID], judgements: Collection[Judgement], same: Judgement) -> Joining:
    """What "same" (as a person would say it now) and "different" would make of the pair.

    A judgement on the pair that stands already is superseded, as it would be.
    """
    different = Judgement(same.id, same.left, same.right, Finding.DIFFERENT, same.way, same.made_at)
    return Joining(*(outcome(same.pair, mentions, (*judgements, *more)) for more in ((), (same,), (different,))))


def outcome(
    pair: Pair, mentions: Collection[UUID], judgements: Iterable[Judgement], *, but: UUID | None = None
) -> Outcome:
    """The things of a pair by these judgements; `but` one of them, as if it had never been made."""
    found = canonical(mentions, [one for one in judgements if one.id != but])
    return Outcome(_thing(found, pair[0]), _thing(found, pair[1]), found.contradictions)


def _thing(found: Canonical, mention: UUID) -> frozenset[UUID]:
    thing = found.thing_of[mention]
    return frozenset(one for one, its in found.thing_of.items() if its == thing)
