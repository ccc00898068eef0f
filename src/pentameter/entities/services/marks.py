"""Phones, vehicles, premises, adverts and organisations: one identifier makes them one thing, a name proposes it.

Whoever carries an identifier is joined to one mention that carries it already: 10,000 mentions of a phone are joined by
10,000 judgements, and not by all their pairs.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from pentameter.entities.facts import Mark, mark
from pentameter.entities.keys import digest
from pentameter.entities.queries import blocks
from pentameter.entities.queries.placed import things_of
from pentameter.entities.queries.proposals import open_among
from pentameter.entities.rules.judgements import Finding, Way, pair_of
from pentameter.entities.services.machine import Decided
from pentameter.entities.services.matching import Matched
from pentameter.entities.services.proposals import Proposed
from pentameter.intelligence.api import MentionKind, OpenMention

IDENTIFIED, SAME_NAME, SAME_PLACE = 20.0, 1.0, 0.0
"""Match weights (log2 of odds) where no model speaks: an identifier, an organisation's name, an address or a site."""
MOST_PROPOSED = 3
"""Things that are proposed for one mention that has no identifier."""
VERSION = "marks 1"

Marked = Mapping[UUID, tuple[OpenMention, Mark]]


def marked(mentions: Iterable[OpenMention]) -> Marked:
    """The mentions that something finds elsewhere, each with what it is."""
    return {one.id: (one, found) for one in mentions if (found := mark(one))}


def value_of(one: Mark) -> int:
    """A mark as the table of blocks has it."""
    return digest(one.rule, one.value)


def match_marks(found: Marked) -> Matched:
    """Match mentions whose marks are not in the table of blocks yet."""
    groups: dict[int, list[tuple[OpenMention, Mark]]] = {}
    for one in found.values():
        groups.setdefault(value_of(one[1]), []).append(one)
    earlier = blocks.sharing(groups)
    decided = [one for value, group in groups.items() for one in _decide(group, earlier.get(value, ()))]
    unsure = {value: group for value, group in groups.items() if not group[0][1].sure}
    asked = _asked({mention for value in unsure for mention in earlier.get(value, ())})
    proposed = [one for value, group in unsure.items() for one in _propose(group, earlier.get(value, ()), asked)]
    return Matched(tuple(decided), tuple(proposed))


def _decide(group: Sequence[tuple[OpenMention, Mark]], earlier: Sequence[UUID]) -> Iterator[Decided]:
    """A star about the smallest mention that was there, or the smallest of the new."""
    if group[0][1].sure:
        centre = min(earlier, default=min(one.id for one, _ in group))
        for one, _ in group:
            if one.id != centre:
                yield Decided(*pair_of(centre, one.id), Finding.SAME, IDENTIFIED, Way.IDENTIFIER)


def _propose(
    group: Sequence[tuple[OpenMention, Mark]], earlier: Sequence[UUID], asked: Mapping[UUID, UUID]
) -> Iterator[Proposed]:
    """With one mention of each of the first few things. What many have in common is proposed of organisations alone."""
    named = group[0][0].kind == MentionKind.ORGANISATION.value
    if len(earlier) > blocks.LARGEST and not named:
        return
    first = {asked[mention]: mention for mention in reversed(earlier)}
    others = sorted(first.values())[:MOST_PROPOSED] or [min(one.id for one, _ in group)]
    for one, _ in group:
        for other in others:
            if other != one.id:
                yield Proposed(pair_of(one.id, other), one.kind, SAME_NAME if named else SAME_PLACE, VERSION)


def _asked(mentions: Collection[UUID]) -> dict[UUID, UUID]:
    """The thing of each mention, where those that wait to be judged with each other count as one thing already: what
    people find of the one shows what the other is, and nobody is asked twice."""
    things = things_of(mentions)
    for left, right in sorted(open_among(mentions)):
        stays, goes = sorted((things[left], things[right]))
        things = {mention: stays if thing == goes else thing for mention, thing in things.items()}
    return things
