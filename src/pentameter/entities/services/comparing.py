"""Things as they stand while a step decides: as they are placed, and as this step joined them already."""

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from pentameter.entities.linkage.api import score
from pentameter.entities.queries.placed import Placed, apart, of_things
from pentameter.entities.rules.deciding import MOST_COMPARED, Doubt, Side, may_be_compared, may_decide
from pentameter.kernel.verdict import Verdict


class Things:
    """The things of these people. `decides` asks whether two may be joined; `join` joins them for what follows."""

    def __init__(self, people: Mapping[UUID, Placed], shared: Callable[[str], int]) -> None:
        self._people, self._shared = people, shared
        self._joined: dict[UUID, UUID] = {}
        self._members: dict[UUID, tuple[Placed, ...]] = {}

    def of(self, mention: UUID) -> UUID:
        """The thing that a mention is part of by now."""
        thing = self._people[mention].thing
        while thing in self._joined:
            thing = self._joined[thing]
        return thing

    def decides(self, left: UUID, right: UUID, *, weight: float, decide_at: float) -> Verdict:
        """Whether the machine decides alone that the things of two mentions are one. Asks what costs least first."""
        pair = [self._people[left]], [self._people[right]]
        verdict = may_be_compared(_side(pair[0]), _side(pair[1]), weight=weight, decide_at=decide_at)
        if not verdict.allowed:
            return verdict
        ours, theirs = self._of(self.of(left)), self._of(self.of(right))
        verdict = may_be_compared(_side(ours), _side(theirs), weight=weight, decide_at=decide_at)
        return may_decide(_doubt(ours, theirs, self._shared)) if verdict.allowed else verdict

    def join(self, left: UUID, right: UUID) -> None:
        """From now on the things of two mentions are one."""
        stays, goes = sorted((self.of(left), self.of(right)))
        if stays != goes:
            self._members[stays] = (*self._of(stays), *self._of(goes))
            self._joined[goes] = stays

    def _of(self, thing: UUID) -> tuple[Placed, ...]:
        if thing not in self._members:
            self._members |= of_things([thing], limit=MOST_COMPARED + 1)
        return self._members[thing]


def _side(members: Iterable[Placed]) -> Side:
    found = tuple(members)
    return Side(frozenset(one.role for one in found), frozenset(one.report for one in found), len(found))


def _doubt(ours: Iterable[Placed], theirs: Iterable[Placed], shared: Callable[[str], int]) -> Doubt:
    pairs = [(one, other) for one in ours for other in theirs]
    ends = {end.mention for pair in pairs for end in pair}
    judged = apart(ends)
    if any((min(one.mention, other.mention), max(one.mention, other.mention)) in judged for one, other in pairs):
        return Doubt(judged_apart=True)
    found = (score(one.prepared, other.prepared, shared=shared).contradictions for one, other in pairs)
    return Doubt(contradictions=next((some for some in found if some), ()))
