"""One look: what is drawn, what stands where, and the way that was asked for."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from entities.network.networks import DAY, edge, large, network, thing
from pentameter.entities.network import drawing, wording
from pentameter.entities.network.asked import Asked
from pentameter.entities.network.drawing import LinkChart
from pentameter.entities.network.graph import Grade, Network
from pentameter.entities.network.sight import Sight, sight_of
from pentameter.intelligence.intake.relations import Relation


def _chart(sight: Sight, **other: tuple[tuple[object, str], ...]) -> LinkChart:
    return LinkChart(
        title="Links", source="reports.", as_of=DAY, sight=sight, agencies=(("durham", "Durham Constabulary"),), **other
    )


def test_a_look_at_a_large_network_draws_the_part_that_was_asked_for() -> None:
    of = large(300, 500)
    sight = sight_of(of, Asked(most=100), ())
    assert (len(sight.drawn.nodes), sight.hidden, len(sight.at.at)) == (100, 200, 100)
    assert all(len(part) > 1 for part in sight.joined)


def test_the_way_is_told_step_by_step_with_the_clearest_of_what_joins() -> None:
    of = network(3, [(0, 1), (1, 2)])
    of = replace(of, edges=(*of.edges, edge(1, 0, Relation.NAMED_TOGETHER, report=7)))
    sight = sight_of(of, Asked(start=thing(0), end=thing(2)), ())
    steps = [wording.step(sight.node, *step) for step in sight.along_the_way()]
    assert steps == ["Thing 0 uses Thing 1 (1 report)", "Thing 1 uses Thing 2 (1 report)"]


def test_the_way_is_drawn_even_where_little_else_is() -> None:
    of = large(300, 500)
    start, *_, end = next(one for one in sight_of(of, Asked(), ()).components if len(one) > 20)
    sight = sight_of(of, Asked(start=start, end=end, most=100), ())
    assert sight.way
    assert set(sight.way) <= set(sight.at.at)


def test_the_drawing_is_well_formed_and_holds_every_thing_and_line() -> None:
    of = network(5, [(0, 1), (1, 2)], "ptpptt"[:5])
    svg = ElementTree.fromstring(str(_chart(sight_of(of, Asked(), ())).svg()))
    kinds = [one.tag.rpartition("}")[2] for one in svg.iter()]
    assert kinds.count("line") == 2
    assert kinds.count("text") == 5
    assert ElementTree.fromstring(_chart(sight_of(of, Asked(), ())).file()).tag.endswith("svg")


def test_names_are_escaped_on_the_drawing() -> None:
    of = network(1, [])
    of = replace(of, nodes=(replace(of.nodes[0], label="<script>alert(1)</script>"),))
    assert "<script" not in str(_chart(sight_of(of, Asked(), ())).svg())


def test_every_row_of_the_table_says_who_may_be_told() -> None:
    of = network(2, [(0, 1)])
    graded = replace(of.edges[0], grade=Grade("3x5x2", "2", "B"), handling="C")
    sight = sight_of(Network(of.nodes, (graded,), DAY), Asked(), ())
    twin = _chart(sight, conditions=((graded.reports[0], "Speak to us first."),)).table()
    row = dict(zip([name for name, _ in twin.columns], twin.rows[0], strict=True))
    assert (row["From"], row["Link"], row["To"]) == ("Thing 0", "uses", "Thing 1")
    assert (row["Handling"], row["Conditions"], row["Sent by"]) == ("C", "Speak to us first.", "Durham Constabulary")
    assert (row["Scheme"], row["Source"], row["Information"]) == ("3x5x2", "2", "B")


def test_an_empty_network_is_drawn_as_nothing() -> None:
    assert "<svg" in str(_chart(sight_of(network(0, []), Asked(), ())).svg())


def test_every_kind_has_a_mark_of_its_own() -> None:
    assert len(set(drawing.COLOURS.values())) == len(wording.KINDS) == 6
    assert [name for _, name in drawing.key()][:6] == list(wording.KINDS.values())


@pytest.mark.parametrize(
    ("relation", "words"),
    [(Relation.LIVES_AT, "lives at"), (Relation.NAMED_TOGETHER, "is named together with")],
)
def test_relations_in_words(relation: Relation, words: str) -> None:
    assert wording.relation(relation) == words


def test_why_something_holds_a_network_together() -> None:
    assert wording.holds(0.874, 1) == "87% of the shortest ways lead through it"
    assert wording.holds(0.5, 3).endswith("without it the network falls into 3 parts")


def test_what_a_thing_is() -> None:
    node = network(1, []).nodes[0]
    assert wording.what(node) == "Person"
    assert wording.what(replace(node, facts={"role": ("possible_victim", "victim")})) == "Person, possible victim"
    assert wording.what(replace(node, facts={"role": ("unknown",)})) == "Person"


def test_days_in_words() -> None:
    assert wording.days(None, None) == "not known"
    assert wording.days(DAY, None) == "23 November 2026"
    assert wording.days(DAY, DAY) == "23 November 2026"
