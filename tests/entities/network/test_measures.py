"""What the shape of a network says, held against slow twins that look at everything."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise, permutations

import pytest
from hypothesis import given, settings

from entities.network.networks import DAY, large, network, small, thing
from pentameter.entities.network import measures
from pentameter.entities.network.graph import Network


def _beside(of: Network) -> dict[int, set[int]]:
    number = {node.id: n for n, node in enumerate(of.nodes)}
    found: dict[int, set[int]] = {n: set() for n in number.values()}
    for edge in of.edges:
        one, other = number[edge.source], number[edge.target]
        found[one].add(other)
        found[other].add(one)
    return found


def _simple_ways(beside: dict[int, set[int]], start: int, end: int) -> Iterator[tuple[int, ...]]:
    """Every way that meets no thing twice, by trying every order of everything."""
    others = [n for n in beside if n not in (start, end)]
    for length in range(len(others) + 1):
        for middle in permutations(others, length):
            way = (start, *middle, end)
            if all(other in beside[one] for one, other in pairwise(way)):
                yield way


def _shortest(beside: dict[int, set[int]], start: int, end: int) -> list[tuple[int, ...]]:
    ways = list(_simple_ways(beside, start, end))
    least = min(map(len, ways), default=0)
    return [way for way in ways if len(way) == least]


@settings(max_examples=60, deadline=None)
@given(small(most=6))
def test_a_shortest_path_is_as_short_as_any(of: Network) -> None:
    beside = _beside(of)
    for start, end in permutations(range(len(of.nodes)), 2):
        found = measures.shortest_path(of, thing(start), thing(end))
        ways = [tuple(map(thing, way)) for way in _shortest(beside, start, end)]
        assert found in ways if ways else found == ()


@settings(max_examples=60, deadline=None)
@given(small(most=6))
def test_betweenness_is_the_share_of_shortest_ways(of: Network) -> None:
    beside = _beside(of)
    found = measures.betweenness(of)
    for n in beside:
        reached = [other for other in beside if other != n and measures.shortest_path(of, thing(n), thing(other))]
        through = sum(
            (
                Fraction(sum(n in way for way in ways), len(ways))
                for start, end in combinations(reached, 2)
                if (ways := _shortest(beside, start, end))
            ),
            Fraction(0),
        )
        pairs = len(reached) * (len(reached) - 1) // 2
        assert found[thing(n)] == pytest.approx(float(through / pairs) if pairs else 0.0, abs=1e-8)


@given(small())
def test_components_are_what_ways_join(of: Network) -> None:
    found = measures.components(of)
    assert sorted(one for part in found for one in part) == [node.id for node in of.nodes]
    assert [len(part) for part in found] == sorted(map(len, found), reverse=True)
    home = {one: n for n, part in enumerate(found) for one in part}
    for one, other in combinations(home, 2):
        assert bool(measures.shortest_path(of, one, other)) == (home[one] == home[other])


def _modularity(of: Network, groups: list[frozenset[int]]) -> float:
    """Newman's modularity, term by term."""
    shape = of.shape
    total = sum(shape.weights.values())
    inside = sum(w for (a, b), w in shape.weights.items() if any({a, b} <= group for group in groups))
    degree = {n: sum(w for pair, w in shape.weights.items() if n in pair) for n in range(len(shape.things))}
    expected = sum((sum(degree[n] for n in group) / (2 * total)) ** 2 for group in groups)
    return inside / total - expected


def _partitions(things: list[int]) -> Iterator[list[frozenset[int]]]:
    if not things:
        yield []
        return
    first, *rest = things
    for groups in _partitions(rest):
        yield [frozenset({first}), *groups]
        for n, group in enumerate(groups):
            yield [*groups[:n], group | {first}, *groups[n + 1 :]]


@settings(max_examples=60, deadline=None)
@given(small(most=6))
def test_communities_are_as_good_as_the_best_of_all_partitions(of: Network) -> None:
    found = measures.communities(of)
    assert sorted(one for group in found for one in group) == [node.id for node in of.nodes]
    assert found == measures.communities(of)
    if not of.edges:
        assert all(len(group) == 1 for group in found)
        return
    number = {node.id: n for n, node in enumerate(of.nodes)}
    ours = _modularity(of, [frozenset(number[one] for one in group) for group in found])
    best = max(_modularity(of, groups) for groups in _partitions(list(range(len(of.nodes)))))
    assert ours >= best - 0.03


def test_communities_of_a_large_network_hang_together_and_come_out_the_same() -> None:
    of = large(600, 900)
    found = measures.communities(of)
    assert found == measures.communities(of)
    assert len(found) > 10
    for group in found[:20]:
        kept = set(group)
        inside = Network(
            tuple(node for node in of.nodes if node.id in kept),
            tuple(edge for edge in of.edges if {edge.source, edge.target} <= kept),
            DAY,
        )
        assert len(measures.components(inside)) == 1


@given(small())
def test_shared_phones_stand_next_to_two_people(of: Network) -> None:
    kinds = {node.id: node.kind for node in of.nodes}
    told = {one.phone: one.people for one in measures.shared_phones(of)}
    for phone in (one for one in kinds if kinds[one] == "phone"):
        ends = [{edge.source, edge.target} for edge in of.edges if phone in (edge.source, edge.target)]
        people = {other for pair in ends for other in pair - {phone} if kinds[other] == "person"}
        assert set(told.get(phone, ())) == (people if len(people) > 1 else set())


def test_what_holds_a_network_together() -> None:
    """Two rings that one thing joins: without it they fall apart."""
    of = network(7, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 6), (6, 4)])
    first, *others = measures.holders(of)
    assert first.thing in (thing(2), thing(3), thing(4))
    assert first.parts == 2
    assert {one.thing for one in (first, *others)} >= {thing(2), thing(3), thing(4)}
    assert all(one.share >= 0.05 for one in (first, *others))


def test_small_networks_are_held_together_by_nothing() -> None:
    assert measures.holders(network(4, [(0, 1), (1, 2), (2, 3)])) == ()


@given(small())
def test_without_a_thing_its_network_falls_into_so_many_parts(of: Network) -> None:
    for held in measures.holders(of):
        gone = {held.thing}
        rest = Network(
            tuple(node for node in of.nodes if node.id not in gone),
            tuple(edge for edge in of.edges if gone.isdisjoint((edge.source, edge.target))),
            DAY,
        )
        part = next(one for one in measures.components(of) if held.thing in one)
        assert held.parts == sum(1 for one in measures.components(rest) if one[0] in part)


def test_around_a_thing_step_by_step() -> None:
    of = network(5, [(0, 1), (1, 2), (2, 3)])
    assert measures.around(of, [thing(0)]) == {thing(0), thing(1)}
    assert measures.around(of, [thing(0)], steps=2) == {thing(0), thing(1), thing(2)}
    assert measures.around(of, [thing(99)]) == frozenset()


def test_a_path_between_what_is_not_there_is_none() -> None:
    of = network(2, [(0, 1)])
    assert measures.shortest_path(of, thing(0), thing(9)) == ()
    assert measures.shortest_path(of, thing(0), thing(0)) == (thing(0),)
