"""The outline of a network: what hangs together in the latest reports. What stands in them stays closed.

Kinds, links and judgements are all that its measures need. Only the few things that are named are opened.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from pentameter.entities.network.asked import Asked
from pentameter.entities.network.graph import Network, Node
from pentameter.entities.network.making import described
from pentameter.entities.queries.network import filter_of, joined, seen_in
from pentameter.intelligence.api import Between, ClosedMention, closed_between, opened_facts
from pentameter.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Outline:
    """A network whose things have no label and no facts, of the latest so many reports; `older`: there are more."""

    network: Network
    looked_at: int
    older: bool
    closed: Mapping[UUID, ClosedMention]

    def opened(self, things: Collection[UUID]) -> dict[UUID, Node]:
        """These things, with their labels and facts. No SQL query."""
        bare = [node for node in self.network.nodes if node.id in things]
        facts = opened_facts(self._behind(bare))
        return {node.id: described(node, [facts[one] for one in node.mentions]) for node in bare}

    def _behind(self, nodes: Collection[Node]) -> Iterator[ClosedMention]:
        return (self.closed[one] for node in nodes for one in node.mentions)


def outline(asked: Asked, by: Actor, *, as_of: date, most: int, wave: UUID | None = None) -> Outline:
    """The outline of the latest reports of a wave, at most so many, that are asked for and that the actor may read.

    Five SQL queries. The latest of one wave are found by an index. `asked.things` is not followed: whoever asks for
    things asks for their names.
    """
    narrowed = replace(filter_of(asked), wave=wave)
    told = closed_between(by, narrowed, Between(asked.first, asked.last), limit=most + 1)
    latest = {one.report: one for one in told.grounds[:most]}
    closed = {one.id: one for one in told.mentions if one.report in latest}
    known = {one.id: latest[one.report] for one in closed.values()}
    mentions = [seen_in(known[one.id], one.id, one.kind, None) for one in closed.values()]
    return Outline(joined(asked, mentions, known, by, as_of), len(latest), len(told.grounds) > most, closed)
