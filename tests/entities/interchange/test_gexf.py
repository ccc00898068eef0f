import io

import networkx
from hypothesis import given

from pentameter.entities.interchange import gexf
from pentameter.entities.interchange.leaving import Leaving
from pentameter.entities.interchange.wording import clean
from tests.entities.interchange import ground
from tests.entities.interchange.strange import PATIENT, strange


def read(leaving: Leaving) -> networkx.MultiDiGraph:
    content = "".join(gexf.lines(leaving)).encode()
    return networkx.read_gexf(io.BytesIO(content), version="1.3")


def test_another_program_reads_the_same_things_and_links() -> None:
    graph = read(ground.leaving())
    assert set(graph.nodes) == {str(node.id) for node in ground.NODES}
    ends = {(str(edge.source), str(edge.target), edge.relation.value) for edge in ground.EDGES}
    assert {(one, other, said["relation"]) for one, other, said in graph.edges(data=True)} == ends
    mira = graph.nodes[str(ground.ident(1))]
    assert (mira["label"], mira["name"], mira["dob"]) == ("Mira Testova", "Mira Testova\nM. Testova", "1989-02-28")
    assert mira["handling_conditions"].startswith("Handling conditions (durham, DUR-1; 3x5x2 C)")


def test_days_are_spells_and_an_unknown_day_leaves_its_end_open() -> None:
    graph = read(ground.leaving())
    assert graph.nodes[str(ground.ident(1))]["spells"] == [("2007-10-01", "2007-10-05")]
    spells = {said["id"]: said.get("spells") for _, _, said in graph.edges(data=True)}
    assert spells[str(ground.ident(102))] == [("2007-10-01", "2007-10-05")]
    assert spells[str(ground.ident(101))] == [("2007-10-01", "None")]  # networkx's word for an open end
    assert spells[str(ground.ident(105))] is None


def test_it_has_neither_a_document_type_nor_entities() -> None:
    text = "".join(gexf.lines(ground.leaving()))
    assert "<!" not in text
    assert "Demonstration data" in text


@PATIENT
@given(strange)
def test_any_text_comes_back_as_it_was(name: str) -> None:
    graph = read(ground.leaving((ground.node(1, "person", name=name),), []))
    found = graph.nodes[str(ground.ident(1))]
    assert found.get("name", "") == clean(" ".join(name.split()))
    assert found["label"] == clean(name)
