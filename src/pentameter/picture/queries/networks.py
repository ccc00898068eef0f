"""The few things that hold networks together, in the reports that a reader may read."""

from dataclasses import dataclass

from pentameter.access.api import Operation, decide
from pentameter.entities import api as entities
from pentameter.entities.api import Holder, Node
from pentameter.kernel.actor import Actor
from pentameter.picture.queries.frame import Frame
from pentameter.picture.queries.routes import asked_of

MOST = 8


@dataclass(frozen=True, slots=True)
class Networks:
    """What hangs together (`sizes`, the largest first), what holds it so, and phones with the people beside them.

    `open`: whether the reader may see the network at all. `older`: there are more reports than were looked at.
    """

    open: bool
    things: int = 0
    links: int = 0
    sizes: tuple[int, ...] = ()
    holders: tuple[tuple[Node, Holder], ...] = ()
    phones: tuple[tuple[Node, int], ...] = ()
    older: bool = False

    @property
    def shown(self) -> tuple[Node, ...]:
        """The things that are named on the page."""
        named = [node for node, _ in self.holders] + [node for node, _ in self.phones]
        return tuple({node.id: node for node in named}.values())


def networks(found: Frame, by: Actor) -> Networks:
    """What holds the networks of a wave together. A fixed number of SQL queries."""
    if not decide(by, Operation.VIEW_NETWORK).allowed:
        return Networks(open=False)
    seen = entities.network(asked_of(found), by, as_of=found.today)
    network = seen.network
    node = {one.id: one for one in network.nodes}
    return Networks(
        open=True,
        things=len(network.nodes),
        links=len(network.edges),
        sizes=tuple(len(part) for part in entities.components(network) if len(part) > 1),
        holders=tuple((node[one.thing], one) for one in entities.holders(network, most=MOST)),
        phones=tuple((node[one.phone], len(one.people)) for one in entities.shared_phones(network)[:MOST]),
        older=seen.older,
    )
