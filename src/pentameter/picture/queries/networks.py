"""The few things that hold networks together, in the reports that a reader may read."""

from dataclasses import dataclass

from pentameter.access.api import Operation, decide
from pentameter.entities import api as entities
from pentameter.entities.api import Holder, Node
from pentameter.kernel.actor import Actor
from pentameter.picture.queries.frame import Frame
from pentameter.picture.queries.routes import asked_of

MOST = 8
LOOKED_AT = 300
"""So many of the latest reports are looked at; the network's own page looks at more."""


@dataclass(frozen=True, slots=True)
class Networks:
    """What hangs together (`sizes`, the largest first), what holds it so, and phones with the people beside them.

    `open`: whether the reader may see the network at all. `looked_at`: in so many of the latest reports that they may
    read; `older`: there are more.
    """

    open: bool
    things: int = 0
    links: int = 0
    sizes: tuple[int, ...] = ()
    holders: tuple[tuple[Node, Holder], ...] = ()
    phones: tuple[tuple[Node, int], ...] = ()
    looked_at: int = 0
    older: bool = False

    @property
    def shown(self) -> tuple[Node, ...]:
        """The things that are named on the page."""
        named = [node for node, _ in self.holders] + [node for node, _ in self.phones]
        return tuple({node.id: node for node in named}.values())


def networks(found: Frame, by: Actor) -> Networks:
    """What holds the networks of a wave together. Five SQL queries."""
    if not decide(by, Operation.VIEW_NETWORK).allowed:
        return Networks(open=False)
    seen = entities.outline(asked_of(found), by, as_of=found.today, most=LOOKED_AT, wave=found.wave.id)
    network = seen.network
    holders, phones = entities.holders(network, most=MOST), entities.shared_phones(network)[:MOST]
    node = seen.opened({one.thing for one in holders} | {one.phone for one in phones})
    return Networks(
        open=True,
        things=len(network.nodes),
        links=len(network.edges),
        sizes=tuple(len(part) for part in entities.components(network) if len(part) > 1),
        holders=tuple((node[one.thing], one) for one in holders),
        phones=tuple((node[one.phone], len(one.people)) for one in phones),
        looked_at=seen.looked_at,
        older=seen.older,
    )
