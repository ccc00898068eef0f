"""A whole network on a chart."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from pentameter.entities.network.graph import Network, Node
from pentameter.entities.network.layout.boxes import Box, Positions, Sizes, moved_apart
from pentameter.entities.network.layout.packing import packed
from pentameter.entities.network.layout.springs import settled
from pentameter.entities.network.measures import components
from pentameter.entities.network.shape import Pair, Shape

_LINK = 70.0
_GAP = 36.0

Room = Callable[[Node], Box]
"""How much room a thing needs with its name."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each thing stands, in whole pixels from the top left corner, and how large the picture is."""

    at: Mapping[UUID, tuple[int, int]]
    width: int
    height: int


def lay_out(network: Network, room: Room) -> Layout:
    """Positions of all things; no two of them overlap in the room that they need."""
    shape, needs = network.shape, {node.id: room(node) for node in network.nodes}
    parts = [_component(shape, part, needs) for part in components(network)]
    frames = [_frame(at, half) for _, at, half in parts]
    order = sorted(range(len(parts)), key=lambda n: (-round(frames[n].half_height), -round(frames[n].half_width), n))
    middles = packed([frames[n] for n in order], _GAP)
    found: dict[UUID, tuple[int, int]] = {}
    for n, (x, y) in zip(order, middles, strict=True):
        part, at, _ = parts[n]
        for thing, (right, down) in zip(part, at.tolist(), strict=True):
            found[thing] = (round(x + right + _GAP), round(y + down + _GAP))
    return Layout(dict(sorted(found.items())), *_extent(order, frames, middles))


def _component(
    shape: Shape, part: Sequence[UUID], needs: Mapping[UUID, Box]
) -> tuple[Sequence[UUID], Positions, Sizes]:
    """A component around its middle: its things, their positions, and half of the room of each."""
    half = np.array([(needs[thing].half_width + 1, needs[thing].half_height + 1) for thing in part])
    at = moved_apart(settled(len(part), _pairs_within(shape, part), _LINK), half)
    low, high = (at - half).min(axis=0), (at + half).max(axis=0)
    return part, at - (low + high) / 2, half


def _pairs_within(shape: Shape, part: Sequence[UUID]) -> tuple[Pair, ...]:
    """The pairs of a component, by places in it."""
    place = {shape.number[thing]: at for at, thing in enumerate(part)}
    return tuple((place[n], place[m]) for n in place for m in shape.neighbours[n] if n < m)


def _frame(at: Positions, half: Sizes) -> Box:
    wide, high = ((at + half).max(axis=0) - (at - half).min(axis=0)) / 2
    return Box(float(wide), float(high))


def _extent(order: Sequence[int], frames: Sequence[Box], middles: Sequence[tuple[float, float]]) -> tuple[int, int]:
    wide = max((x + frames[n].half_width for n, (x, _) in zip(order, middles, strict=True)), default=0.0)
    high = max((y + frames[n].half_height for n, (_, y) in zip(order, middles, strict=True)), default=0.0)
    return round(wide + 2 * _GAP), round(high + 2 * _GAP)
