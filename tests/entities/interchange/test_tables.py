import csv
import io
from collections.abc import Callable, Iterator

from hypothesis import given

from pentameter.entities.interchange import tables
from pentameter.entities.interchange.fields import EDGE_FIELDS, of_edge, of_node
from pentameter.entities.interchange.leaving import Leaving
from pentameter.entities.interchange.wording import clean
from pentameter.intelligence.intake.cells import bare
from tests.entities.interchange import ground
from tests.entities.interchange.strange import PATIENT, strange

RUNS = ("=", "+", "-", "@", "\t", "\r")


def read(write: Callable[[Leaving], Iterator[str]], leaving: Leaving) -> list[dict[str, str]]:
    text = "".join(write(leaving)).encode().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_for_every_thing_and_every_link() -> None:
    leaving = ground.leaving()
    things, links = read(tables.nodes, leaving), read(tables.edges, leaving)
    assert [row["id"] for row in things] == [str(node.id) for node in ground.NODES]
    assert [row["id"] for row in links] == [str(edge.id) for edge in ground.EDGES]
    for node, row in zip(ground.NODES, things, strict=True):
        assert {name: bare(cell) for name, cell in row.items() if cell and name != "id"} == of_node(node, leaving)
    for edge, row in zip(ground.EDGES, links, strict=True):
        assert {name: row[name] for name in EDGE_FIELDS if row[name]} == of_edge(edge, leaving)


def test_who_may_be_told_stands_in_every_row() -> None:
    leaving = ground.leaving()
    for row in (*read(tables.nodes, leaving), *read(tables.edges, leaving)):
        assert "Speak to the sender before acting on it. Named by the sender: cleveland." in row["handling_conditions"]


@PATIENT
@given(strange, strange)
def test_no_cell_runs_in_a_spreadsheet_and_any_text_comes_back(name: str, address: str) -> None:
    nodes = (ground.node(1, "person", name=name), ground.node(5, "premises", address=address))
    person, _ = rows = read(tables.nodes, ground.leaving(nodes, []))
    assert not [cell for row in rows for cell in row.values() if cell.startswith(RUNS)]
    written = clean(" ".join(name.split()))
    assert bare(person["name"]) == written or written.startswith("'")
