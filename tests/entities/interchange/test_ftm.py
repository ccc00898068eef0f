import json
from collections.abc import Mapping
from typing import Any

from hypothesis import given

from pentameter.entities.interchange import ftm
from pentameter.entities.interchange.leaving import Leaving
from pentameter.intelligence.intake.relations import JOINS, Relation
from tests.entities.interchange import ground
from tests.entities.interchange.ftm_model import faults
from tests.entities.interchange.strange import PATIENT, strange


def entities(leaving: Leaving) -> list[Mapping[str, Any]]:
    return [json.loads(line.encode()) for line in ftm.lines(leaving)]


def test_every_entity_is_what_the_model_demands() -> None:
    assert faults(entities(ground.leaving())) == []


def test_the_model_finds_what_is_wrong() -> None:
    """So that the test above is able to fail."""
    wrong = [
        {"id": "1", "schema": "Person", "properties": {"birthDate": ["28/02/1989"]}},
        {"id": "2", "schema": "Employment", "properties": {"employee": ["1"], "employer": ["1"]}},
        {"id": "2", "schema": "Phone", "properties": {}},
    ]
    assert len(faults(wrong)) == 5


def test_every_relation_between_every_pair_of_kinds_is_valid() -> None:
    nodes = {one.kind: one.id.int & 0xFF for one in ground.NODES[:7]}
    pairs = [
        (source, relation, target)
        for relation, (sources, targets) in JOINS.items()
        for source in sources
        for target in targets
        if source != target
    ]
    edges = [
        ground.edge(200 + at, nodes[one], relation, nodes[other]) for at, (one, relation, other) in enumerate(pairs)
    ]
    assert len(edges) > 25
    assert faults(entities(ground.leaving(edges=edges))) == []


def test_who_may_be_told_goes_along_with_each_record() -> None:
    bound = "Handling conditions (durham, DUR-1; 3x5x2 C): Speak to the sender before acting on it."
    for one in entities(ground.leaving()):
        said = one["properties"].get("notes") or one["properties"]["description"]
        assert any(note.startswith(bound) for note in said), one
        assert any("3x5x2: source 2 (untested), information B (corroborated)" in note for note in said)
        assert "Demonstration data: every person and thing in it is invented." in one["properties"]["summary"]


def test_a_person_without_a_name_is_called_so_and_says_it() -> None:
    (nameless,) = [one for one in entities(ground.leaving()) if one["id"] == str(ground.ident(8))]
    assert nameless["properties"]["name"] == ["buyer"]
    assert "not named in any report" in nameless["properties"]["keywords"]


def test_ids_are_those_of_the_things() -> None:
    found = {one["id"]: one for one in entities(ground.leaving())}
    assert set(found) == {str(one.id) for one in (*ground.NODES, *ground.EDGES)}
    employed = found[str(ground.ident(104))]["properties"]
    assert (employed["employee"], employed["employer"]) == ([str(ground.ident(2))], [str(ground.ident(7))])


@PATIENT
@given(strange, strange)
def test_any_text_stays_on_its_line_and_is_valid(name: str, address: str) -> None:
    nodes = (ground.node(1, "person", name=name), ground.node(5, "premises", address=address))
    lines = list(ftm.lines(ground.leaving(nodes, [ground.edge(101, 1, Relation.LIVES_AT, 5)])))
    assert all(line.count("\n") == 1 and line.endswith("\n") for line in lines)
    assert faults([json.loads(line.encode()) for line in lines if name and address]) == []
