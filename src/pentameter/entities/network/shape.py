"""The bare shape of a network: things by number, who stands next to whom, and how often that is said."""

from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

import rustworkx as rx

Pair = tuple[int, int]
"""Two things by their numbers, the smaller first."""


@dataclass(frozen=True)
class Shape:
    """Things in the order of the network, and pairs of them that anything joins, however many edges do.

    `weights` says of each pair how many reports and statements by hand join it.
    """

    things: tuple[UUID, ...]
    weights: dict[Pair, int] = field(default_factory=dict)

    @cached_property
    def neighbours(self) -> tuple[tuple[int, ...], ...]:
        """Of each thing, those that stand next to it, in their order."""
        found: list[list[int]] = [[] for _ in self.things]
        for one, other in self.weights:
            found[one].append(other)
            found[other].append(one)
        return tuple(tuple(sorted(beside)) for beside in found)

    @cached_property
    def number(self) -> dict[UUID, int]:
        """The number of each thing."""
        return {thing: number for number, thing in enumerate(self.things)}

    def as_graph(self) -> "rx.PyGraph[int, int]":
        """The same for rustworkx; its indexes are the numbers."""
        graph: rx.PyGraph[int, int] = rx.PyGraph(multigraph=False)
        graph.add_nodes_from(range(len(self.things)))
        graph.add_edges_from([(one, other, weight) for (one, other), weight in self.weights.items()])
        return graph
