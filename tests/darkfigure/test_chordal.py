"""The graphs: how many there are, and that their coefficients are cliques minus separators."""

from itertools import combinations

import numpy as np
import pytest

from darkfigure.chordal import chordal_graphs


@pytest.mark.parametrize(("lists", "number"), [(2, 2), (3, 8), (4, 61), (5, 822), (6, 18154)])
def test_as_many_as_are_known(lists: int, number: int) -> None:
    assert len(chordal_graphs(lists)) == number


def _has_long_chordless_cycle(edges: set[tuple[int, int]], k: int) -> bool:
    """Slow twin: some four or more vertices whose induced graph is one cycle."""
    for size in range(4, k + 1):
        for chosen in combinations(range(k), size):
            inside = [pair for pair in edges if pair[0] in chosen and pair[1] in chosen]
            degrees = [sum(v in pair for pair in inside) for v in chosen]
            if len(inside) == size and set(degrees) == {2} and _connected(chosen, inside):
                return True
    return False


def _connected(vertices: tuple[int, ...], edges: list[tuple[int, int]]) -> bool:
    reached = {vertices[0]}
    while found := {v for pair in edges for v in pair if reached & set(pair)} - reached:
        reached |= found
    return reached == set(vertices)


def test_exactly_those_without_a_chordless_cycle() -> None:
    pairs = list(combinations(range(5), 2))
    listed = {frozenset(np.flatnonzero(row).tolist()) for row in chordal_graphs(5).edges}
    for code in range(1 << len(pairs)):
        chosen = frozenset(bit for bit in range(len(pairs)) if code >> bit & 1)
        assert (chosen in listed) is not _has_long_chordless_cycle({pairs[bit] for bit in chosen}, 5)


def test_coefficients_are_maximal_cliques_less_separators() -> None:
    graphs = chordal_graphs(5)
    for number in range(0, len(graphs), 7):
        edges = {graphs.pairs[bit] for bit in np.flatnonzero(graphs.edges[number])}
        assert set(graphs.cliques(number)) == _maximal_cliques(edges, 5)
    assert (graphs.coefficients.sum(axis=1) == 0).all()


def _maximal_cliques(edges: set[tuple[int, int]], k: int) -> set[tuple[int, ...]]:
    cliques = [
        chosen
        for size in range(1, k + 1)
        for chosen in combinations(range(k), size)
        if all(pair in edges for pair in combinations(chosen, 2))
    ]
    return {c for c in cliques if not any(set(c) < set(other) for other in cliques)}


def test_eight_lists_are_too_many() -> None:
    with pytest.raises(ValueError, match="1 to 7"):
        chordal_graphs(8)
