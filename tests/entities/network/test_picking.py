"""Which part of a network is drawn."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from entities.network.networks import edge, large, network, small, thing
from pentameter.entities.network.asked import Asked
from pentameter.entities.network.graph import Network
from pentameter.entities.network.measures import components
from pentameter.entities.network.picking import narrowed, picked, within
from pentameter.intelligence.intake.relations import Relation


@given(small(most=10), st.integers(1, 12))
def test_no_more_is_picked_than_was_asked_for(of: Network, most: int) -> None:
    found = picked(of, most)
    assert len(found.nodes) == min(most, len(of.nodes))
    kept = {node.id for node in found.nodes}
    assert found == within(of, kept)


def test_networks_of_most_agencies_come_first_then_the_largest() -> None:
    of = network(9, [(0, 1), (1, 2), (2, 3), (4, 5), (6, 7)])
    nodes = list(of.nodes)
    nodes[6] = replace(nodes[6], agencies=("durham", "kent"))
    of = replace(of, nodes=tuple(nodes))
    assert {node.id for node in picked(of, 2).nodes} == {thing(6), thing(7)}
    assert {node.id for node in picked(of, 6).nodes} == {thing(n) for n in (6, 7, 0, 1, 2, 3)}
    assert {node.id for node in picked(of, 3, first=[thing(4)]).nodes} >= {thing(4), thing(5)}


def test_of_a_network_that_is_too_large_what_lies_around_its_middle_is_taken() -> None:
    of = network(40, [(0, n) for n in range(1, 20)] + [(n, n + 20) for n in range(1, 20)])
    found = picked(of, 12)
    assert thing(0) in {node.id for node in found.nodes}
    assert len(components(found)) == 1


def test_a_thing_that_is_asked_for_is_in_it() -> None:
    of = large(500, 900)
    last = of.nodes[-1].id
    assert last in {node.id for node in picked(of, 20, first=[last]).nodes}


def test_kinds_and_relations_narrow_what_is_there() -> None:
    of = network(4, [(0, 1), (1, 2)], "ptpp")
    people = narrowed(of, Asked(kinds=("person",)))
    assert [node.kind for node in people.nodes] == ["person"] * 3
    assert people.edges == ()
    both = replace(of, edges=(*of.edges, edge(0, 3, Relation.CONTROLS, report=9)))
    controlled = narrowed(both, Asked(relations=(Relation.CONTROLS,)))
    assert {node.id for node in controlled.nodes} == {thing(0), thing(3)}
    assert narrowed(of, Asked(relations=(Relation.CONTROLS,), things=(thing(2),))).nodes == (of.nodes[2],)
