"""Which part of a network is drawn: what its filters leave, and of that the networks that matter most."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

from pentameter.entities.network.asked import Asked
from pentameter.entities.network.graph import Network
from pentameter.entities.network.measures import components
from pentameter.entities.network.shape import Shape


def narrowed(network: Network, asked: Asked) -> Network:
    """The network with the kinds and relations that are asked for. Where relations are, what none joins falls away."""
    nodes = [node for node in network.nodes if not asked.kinds or node.kind in asked.kinds]
    kept = {node.id for node in nodes}
    edges = [
        edge
        for edge in network.edges
        if edge.source in kept and edge.target in kept and (not asked.relations or edge.relation in asked.relations)
    ]
    if asked.relations:
        joined = {end for edge in edges for end in (edge.source, edge.target)} | set(asked.things)
        nodes = [node for node in nodes if node.id in joined]
    return replace(network, nodes=tuple(nodes), edges=tuple(edges))


def within(network: Network, things: Collection[UUID]) -> Network:
    """The part of a network that these things make."""
    kept = frozenset(things)
    return replace(
        network,
        nodes=tuple(node for node in network.nodes if node.id in kept),
        edges=tuple(edge for edge in network.edges if edge.source in kept and edge.target in kept),
    )


def picked(network: Network, most: int, *, first: Sequence[UUID] = ()) -> Network:
    """At most so many things: those named first, then networks of most agencies, then the largest.

    Of a network that is too large, what lies nearest to the thing with most links beside it is taken.
    """
    if len(network.nodes) <= most:
        return network
    shape, chosen = network.shape, list[UUID]()
    for part in sorted(components(network), key=lambda part: _rank(network, shape, part, first)):
        chosen += _nearest(shape, part, most - len(chosen), first)
        if len(chosen) >= most:
            break
    return within(network, chosen)


def _rank(network: Network, shape: Shape, part: Sequence[UUID], first: Sequence[UUID]) -> tuple[bool, int, int, UUID]:
    agencies = {agency for thing in part for agency in network.nodes[shape.number[thing]].agencies}
    return set(first).isdisjoint(part), -len(agencies), -len(part), part[0]


def _nearest(shape: Shape, part: Sequence[UUID], most: int, first: Sequence[UUID]) -> list[UUID]:
    """At most so many things of a component, by steps from where it begins."""
    if len(part) <= most:
        return list(part)
    numbers = [shape.number[thing] for thing in part]
    begin = [shape.number[thing] for thing in first if thing in part] or [
        min(numbers, key=lambda number: (-len(shape.neighbours[number]), number))
    ]
    return [shape.things[number] for number in _outward(shape, begin)[:most]]


def _outward(shape: Shape, begin: Sequence[int]) -> Sequence[int]:
    """What lies around these things, nearest first."""
    order, known = list(begin), set(begin)
    for number in order:
        fresh = [other for other in shape.neighbours[number] if other not in known]
        known.update(fresh)
        order += fresh
    return order
