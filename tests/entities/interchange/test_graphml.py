import io
from xml.etree import ElementTree

import networkx
from hypothesis import given

from pentameter.entities.interchange import graphml
from pentameter.entities.interchange.fields import of_edge, of_node
from pentameter.entities.interchange.leaving import Leaving
from pentameter.entities.interchange.wording import clean
from tests.entities.interchange import ground
from tests.entities.interchange.strange import PATIENT, strange


def read(leaving: Leaving) -> networkx.MultiDiGraph:
    return networkx.read_graphml(io.BytesIO("".join(graphml.lines(leaving)).encode()), force_multigraph=True)


def test_another_program_reads_the_same_things_and_links() -> None:
    leaving = ground.leaving()
    graph = read(leaving)
    assert set(graph.nodes) == {str(node.id) for node in ground.NODES}
    assert {key for _, _, key in graph.edges} == {str(edge.id) for edge in ground.EDGES}
    for node in ground.NODES:
        assert graph.nodes[str(node.id)] == of_node(node, leaving)
    for edge in ground.EDGES:
        said = graph.edges[str(edge.source), str(edge.target), str(edge.id)]
        assert said == {"id": str(edge.id), **of_edge(edge, leaving)} or said == of_edge(edge, leaving)


def test_it_has_neither_a_document_type_nor_entities() -> None:
    text = "".join(graphml.lines(ground.leaving()))
    assert "<!" not in text
    ElementTree.fromstring(text)
    assert "Demonstration data" in text


@PATIENT
@given(strange, strange)
def test_any_text_comes_back_as_it_was(name: str, address: str) -> None:
    nodes = (ground.node(1, "person", name=name), ground.node(5, "premises", address=address))
    leaving = ground.leaving(nodes, [])
    graph = read(leaving)
    found = graph.nodes[str(ground.ident(1))].get("name", "")
    assert found == clean(" ".join(name.split()))
