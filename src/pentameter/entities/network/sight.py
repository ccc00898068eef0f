"""What one look at the network shows: what is drawn, where it stands, and what its shape says."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from pentameter.entities.network import measures
from pentameter.entities.network.asked import Asked
from pentameter.entities.network.graph import Edge, Network, Node
from pentameter.entities.network.layout import Box, Layout, lay_out
from pentameter.entities.network.picking import picked
from pentameter.look.charts.measure import breadth, shortened

RADIUS = 11.0
TYPE = 12.0
"""Of the names on the chart, in pixels."""
_ROOM = 128.0
_DROP = 8
"""A thing and its name take one box; the thing's own middle is so many pixels above the box's."""


@dataclass(frozen=True)
class Sight:
    """A look. `whole` is all that was found, `drawn` the part on the chart, `at` the middle of each thing there.

    `way` is the shortest way that was asked for: things one after the other, empty where there is none.
    """

    asked: Asked
    whole: Network
    drawn: Network
    at: Layout
    holders: tuple[measures.Holder, ...]
    communities: tuple[tuple[UUID, ...], ...]
    components: tuple[tuple[UUID, ...], ...]
    shared_phones: tuple[measures.SharedPhone, ...]
    way: tuple[UUID, ...]
    older: bool = False

    @cached_property
    def node(self) -> Mapping[UUID, Node]:
        """The things that were found, by id."""
        return {node.id: node for node in self.whole.nodes}

    @property
    def hidden(self) -> int:
        """How many things were found and are not drawn."""
        return len(self.whole.nodes) - len(self.drawn.nodes)

    @property
    def joined(self) -> tuple[tuple[UUID, ...], ...]:
        """What hangs together and is more than one thing."""
        return tuple(part for part in self.components if len(part) > 1)

    def along_the_way(self) -> tuple[tuple[UUID, UUID, tuple[Edge, ...]], ...]:
        """The steps of the way, each with what joins its ends, what is said most clearly first."""
        steps = zip(self.way, self.way[1:], strict=False)
        return tuple((one, other, _between(self.whole, one, other)) for one, other in steps)


def _between(network: Network, one: UUID, other: UUID) -> tuple[Edge, ...]:
    ends = {one, other}
    return tuple(edge for edge in network.edges if {edge.source, edge.target} == ends)


def sight_of(whole: Network, asked: Asked, things: tuple[UUID, ...], *, older: bool = False) -> Sight:
    """A look at a network; `things` are those that the look starts from."""
    way = measures.shortest_path(whole, asked.start, asked.end) if asked.start and asked.end else ()
    drawn = picked(whole, asked.most, first=(*things, *way))
    return Sight(
        asked=asked,
        whole=whole,
        drawn=drawn,
        at=_raised(lay_out(drawn, room)),
        holders=measures.holders(whole),
        communities=measures.communities(whole),
        components=measures.components(whole),
        shared_phones=measures.shared_phones(whole),
        way=way,
        older=older,
    )


def name_on_chart(node: Node) -> str:
    """What stands under a thing on the chart."""
    return shortened(node.label, TYPE, _ROOM)


def room(node: Node) -> Box:
    """The room of a thing with its name under it."""
    half = max(RADIUS + 3, breadth(name_on_chart(node), TYPE) / 2 + 3)
    return Box(half, RADIUS + _DROP + 3)


def _raised(at: Layout) -> Layout:
    return Layout({thing: (x, y - _DROP) for thing, (x, y) in at.at.items()}, at.width, at.height)
