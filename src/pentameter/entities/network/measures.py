"""What the shape of a network says: what hangs together, what holds it together, and how one thing leads to another.

Everything is worked out from the network that one reader may see, so that no figure speaks of what lies beyond it.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

import graspologic_native
import rustworkx as rx

from pentameter.entities.network.graph import Network
from pentameter.entities.network.shape import Shape

SEED = 2007
_TRIALS = 3
_PLACES = 9
"""Figures after the point: sums made by several threads differ only beyond them."""
_FEWEST_IN_A_NETWORK = 5
_WORTH_TELLING = 0.05
_SAME_ON_ONE_CORE = 10**9


@dataclass(frozen=True, slots=True)
class Holder:
    """A thing that holds a network together.

    `share` is its betweenness: of all shortest ways between two other things of its network, the part that leads
    through it, from 0 to 1 (Freeman, 1977). `parts` is into how many pieces the network would fall without it.
    """

    thing: UUID
    share: float
    parts: int


@dataclass(frozen=True, slots=True)
class SharedPhone:
    """A phone that stands next to two people or more."""

    phone: UUID
    people: tuple[UUID, ...]


def components(network: Network) -> tuple[tuple[UUID, ...], ...]:
    """What hangs together, the largest first; each in the order of the network."""
    return _components(network.shape)


def _components(shape: Shape) -> tuple[tuple[UUID, ...], ...]:
    found = [sorted(one) for one in rx.connected_components(shape.as_graph())]
    found.sort(key=lambda one: (-len(one), one[0]))
    return tuple(tuple(shape.things[number] for number in one) for one in found)


def communities(network: Network) -> tuple[tuple[UUID, ...], ...]:
    """Things that have more to do with each other than with the rest, the largest group first.

    Leiden's method (Traag, Waltman and van Eck, 2019) on modularity with a fixed seed: the same network gives the same
    groups, and each hangs together. A thing that nothing joins is a group by itself.
    """
    shape = network.shape
    groups: dict[object, list[int]] = {}
    if shape.weights:
        edges = [(str(one), str(other), float(weight)) for (one, other), weight in shape.weights.items()]
        _, group_of = graspologic_native.leiden(edges, seed=SEED, trials=_TRIALS)
    else:
        group_of = {}
    for number in range(len(shape.things)):
        groups.setdefault(group_of.get(str(number), f"alone {number}"), []).append(number)
    ordered = sorted(groups.values(), key=lambda one: (-len(one), one[0]))
    return tuple(tuple(shape.things[number] for number in one) for one in ordered)


def betweenness(network: Network) -> Mapping[UUID, float]:
    """Of all shortest ways between two other things of one component, the part that leads through each thing."""
    shape = network.shape
    graph = shape.as_graph()
    through = rx.graph_betweenness_centrality(graph, normalized=False, parallel_threshold=_SAME_ON_ONE_CORE)
    found: dict[UUID, float] = {}
    for one in rx.connected_components(graph):
        ways = (len(one) - 1) * (len(one) - 2) / 2
        found |= {shape.things[n]: round(through[n] / ways, _PLACES) if ways else 0.0 for n in one}
    return found


def holders(network: Network, *, most: int = 5) -> tuple[Holder, ...]:
    """The few things that hold networks of five things or more together, those with the largest share first."""
    shape = network.shape
    size = {thing: len(one) for one in _components(shape) for thing in one}
    shares = betweenness(network)
    large = (one for one in shape.things if size[one] >= _FEWEST_IN_A_NETWORK and shares[one] >= _WORTH_TELLING)
    chosen = sorted(large, key=lambda thing: (-shares[thing] * size[thing], thing))[:most]
    return tuple(Holder(thing, shares[thing], _parts_without(shape, shape.number[thing])) for thing in chosen)


def _parts_without(shape: Shape, gone: int) -> int:
    """Into how many pieces what stands around a thing would fall without it."""
    left, parts = set(shape.neighbours[gone]), 0
    while left:
        parts += 1
        reached = _reached(shape, {min(left)}, {gone})
        left -= reached
    return parts


def _reached(shape: Shape, start: set[int], barred: set[int]) -> set[int]:
    reached, waiting = set(start), deque(start)
    while waiting:
        for other in shape.neighbours[waiting.popleft()]:
            if other not in reached and other not in barred:
                reached.add(other)
                waiting.append(other)
    return reached


def shared_phones(network: Network) -> tuple[SharedPhone, ...]:
    """Phones that several people stand next to, those of most people first."""
    shape = network.shape
    kinds = [node.kind for node in network.nodes]
    found = (
        SharedPhone(thing, tuple(shape.things[n] for n in shape.neighbours[number] if kinds[n] == "person"))
        for number, thing in enumerate(shape.things)
        if kinds[number] == "phone"
    )
    return tuple(sorted((one for one in found if len(one.people) > 1), key=lambda one: (-len(one.people), one.phone)))


def shortest_path(network: Network, start: UUID, end: UUID) -> tuple[UUID, ...]:
    """A shortest way from one thing to another, both ends in it; empty where nothing leads there.

    Of several, the one through the things that come first in the network, so that everyone is shown the same.
    """
    shape = network.shape
    if start not in shape.number or end not in shape.number:
        return ()
    goal = shape.number[end]
    before: dict[int, int] = {shape.number[start]: -1}
    waiting = deque(before)
    while waiting and goal not in before:
        number = waiting.popleft()
        for other in shape.neighbours[number]:
            if other not in before:
                before[other] = number
                waiting.append(other)
    return tuple(reversed(tuple(_back(shape, before, goal)))) if goal in before else ()


def _back(shape: Shape, before: Mapping[int, int], number: int) -> Iterable[UUID]:
    while number >= 0:
        yield shape.things[number]
        number = before[number]


def around(network: Network, things: Iterable[UUID], *, steps: int = 1) -> frozenset[UUID]:
    """These things and what stands at most so many steps from them."""
    shape = network.shape
    reached = {shape.number[thing] for thing in things if thing in shape.number}
    for _ in range(steps):
        reached |= {other for number in reached for other in shape.neighbours[number]}
    return frozenset(shape.things[number] for number in reached)
