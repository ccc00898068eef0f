"""Where things stand: never on each other, the same every time, and components side by side."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entities.network.networks import large, network, node, small
from pentameter.entities.network.graph import Network
from pentameter.entities.network.layout import Box, Layout, lay_out
from pentameter.entities.network.layout.packing import packed
from pentameter.entities.network.measures import components
from pentameter.entities.network.sight import room

SIDES = st.floats(1, 300)
BOXES = st.builds(Box, SIDES, SIDES)


def _overlap(one: Box, other: Box, at: tuple[float, float], to: tuple[float, float]) -> bool:
    """Whether two boxes overlap, looked at one by one."""
    return (
        abs(at[0] - to[0]) < one.half_width + other.half_width - 1e-6
        and abs(at[1] - to[1]) < one.half_height + other.half_height - 1e-6
    )


def _faults(of: Network, found: Layout) -> list[tuple[str, str]]:
    return [
        (one.label, other.label)
        for one, other in combinations(of.nodes, 2)
        if _overlap(room(one), room(other), found.at[one.id], found.at[other.id])
    ]


@settings(max_examples=40, deadline=None)
@given(small(most=12))
def test_nothing_stands_on_anything(of: Network) -> None:
    found = lay_out(of, room)
    assert found.at.keys() == {node.id for node in of.nodes}
    assert not _faults(of, found)
    assert found == lay_out(of, room)


@pytest.mark.parametrize(("count", "links"), [(200, 260), (200, 1200), (200, 0)])
def test_two_hundred_names_can_be_read(count: int, links: int) -> None:
    of = large(count, links)
    found = lay_out(of, room)
    assert not _faults(of, found)
    assert all(0 < x < found.width and 0 < y < found.height for x, y in found.at.values())


def test_a_star_of_many_things_comes_apart() -> None:
    of = network(301, [(0, n) for n in range(1, 301)])
    assert not _faults(of, lay_out(of, room))


def test_what_is_joined_stands_nearer_than_what_is_not() -> None:
    of = network(30, [(n, n + 1) for n in range(29)])
    at = lay_out(of, room).at
    places = [at[one.id] for one in of.nodes]
    far = [((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for a, b in combinations(places, 2)]
    steps = [((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for a, b in pairwise(places)]
    assert max(steps) < sum(far) / len(far)


def test_components_do_not_mingle() -> None:
    of = network(40, [(n, n + 1) for n in range(39) if n % 8 != 7])
    at = lay_out(of, room).at
    frames = []
    for part in components(of):
        xs, ys = zip(*(at[one] for one in part), strict=True)
        frames.append((min(xs), min(ys), max(xs), max(ys)))
    for one, other in combinations(frames, 2):
        assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


@given(st.lists(BOXES, max_size=30), st.floats(0, 40))
def test_frames_are_packed_without_touching(frames: list[Box], gap: float) -> None:
    middles = packed(frames, gap)
    assert len(middles) == len(frames)
    for (one, at), (other, to) in combinations(zip(frames, middles, strict=True), 2):
        assert not _overlap(one, other, at, to)


def test_an_empty_network_has_an_empty_chart() -> None:
    assert lay_out(network(0, []), room).at == {}


def test_a_thing_stands_where_it_stood_whatever_its_facts_say() -> None:
    """A place depends on what is joined and on how much room a name takes, and on nothing else."""
    of = network(12, [(n, n + 1) for n in range(11)])
    other = Network(tuple(node(n, agencies=("kent", "garda")) for n in range(12)), of.edges, of.as_of)
    assert lay_out(of, room) == lay_out(other, room)
