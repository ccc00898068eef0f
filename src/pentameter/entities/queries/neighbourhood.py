"""What a judgement on a pair would make of the things around it, as far as the reader may know them."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pentameter.entities.models import Placing
from pentameter.entities.queries.islands import judgements_from
from pentameter.entities.queries.readability import may_read
from pentameter.entities.rules.canonical import Contradiction
from pentameter.entities.rules.joining import Joining, Outcome, joining, outcome
from pentameter.entities.rules.judgements import Finding, Judgement, Pair, Way, pair_of
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id


@dataclass(frozen=True, slots=True)
class Size:
    """How much a thing holds: mentions, the agencies that sent them, the force areas that they are from.

    `held`: how many mentions each agency sent, first the one whose mention is asked about, then who sent the most.
    """

    mentions: int
    agencies: tuple[str, ...]
    areas: tuple[str, ...]
    held: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Things:
    """The things of a pair. They are one where `right` is None."""

    left: Size
    right: Size | None


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Before, after "same" and after "different"; and which judgements each would contradict."""

    before: Things
    same: Things
    different: Things
    against_same: tuple[Contradiction, ...]
    against_different: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    agency: str
    area: str


@dataclass(frozen=True, slots=True)
class _Around:
    """The readable mentions of some islands, and the judgements between two of them that were not undone."""

    ground: dict[UUID, _Ground]
    judgements: tuple[Judgement, ...]

    def things(self, found: Outcome, pair: Pair) -> Things:
        """An outcome as sizes."""
        return Things(self._size(found.left, pair[0]), None if found.one else self._size(found.right, pair[1]))

    def _size(self, mentions: Collection[UUID], asked: UUID) -> Size:
        grounds = [self.ground[one] for one in mentions if one in self.ground]
        agencies = tuple(sorted({one.agency for one in grounds}))
        areas = tuple(sorted({one.area for one in grounds if one.area}))
        counts, own = Counter(one.agency for one in grounds), self.ground.get(asked)
        first = own.agency if own else ""
        held = sorted(counts.items(), key=lambda one: (one[0] != first, -one[1], one[0]))
        return Size(len(mentions), agencies, areas, tuple(held))


def neighbourhood(left: UUID, right: UUID, by: Actor, now: datetime) -> Neighbourhood:
    """What "same" and "different" would make of the two. Three SQL queries."""
    around = _around((left, right), by)
    same = Judgement(new_id(), *pair_of(left, right), Finding.SAME, Way.PERSON, now)
    found: Joining = joining(around.ground.keys() | {left, right}, around.judgements, same)
    return Neighbourhood(
        before=around.things(found.before, same.pair),
        same=around.things(found.same, same.pair),
        different=around.things(found.different, same.pair),
        against_same=found.contradicted_by(Finding.SAME),
        against_different=found.contradicted_by(Finding.DIFFERENT),
    )


def after_undoing(judgement: UUID, pair: Pair, by: Actor) -> tuple[Things, Things]:
    """The things of a judgement's pair now, and as they would be without it. Three SQL queries."""
    around = _around(pair, by)
    mentions, held = around.ground.keys() | set(pair), around.judgements
    now, without = outcome(pair, mentions, held), outcome(pair, mentions, held, but=judgement)
    return around.things(now, pair), around.things(without, pair)


def _around(mentions: Iterable[UUID], by: Actor) -> _Around:
    """What lies in the islands of these mentions, without what the reader may not read."""
    islands = Placing.objects.filter(pk__in=list(mentions)).order_by().values_list("island", flat=True).distinct()
    found = list(islands)
    rows = Placing.objects.filter(may_read(by, "report_id"), island__in=found).order_by()
    ground = {
        mention: _Ground(agency, area)
        for mention, agency, area in rows.values_list("mention_id", "agency_id", "report__area")
    }
    held = (one for one in judgements_from(found) if one.left in ground and one.right in ground)
    return _Around(ground, tuple(held))
