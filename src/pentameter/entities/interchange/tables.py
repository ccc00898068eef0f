"""CSV: a table of things and a table of links, safe to open in a spreadsheet. Several values stand on a line each."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pentameter.entities.interchange.fields import EDGE_FIELDS, node_fields, of_edge, of_node
from pentameter.entities.interchange.leaving import Leaving
from pentameter.entities.interchange.wording import clean
from pentameter.intelligence.intake.cells import safe

VERSION = "1"
NODES, EDGES = "nodes.csv", "edges.csv"
MARK = "\ufeff"
"""Without it, Excel reads UTF-8 as something else."""


def nodes(leaving: Leaving) -> Iterator[str]:
    """The things, a row each."""
    names = node_fields(leaving.network)
    rows = ({"id": str(one.id), **of_node(one, leaving)} for one in leaving.network.nodes)
    return _table(("id", *names), rows)


def edges(leaving: Leaving) -> Iterator[str]:
    """The links, a row each, from thing to thing."""
    rows = (
        {"id": str(one.id), "source": str(one.source), "target": str(one.target), **of_edge(one, leaving)}
        for one in leaving.network.edges
    )
    return _table(("id", "source", "target", *EDGE_FIELDS), rows)


def _table(headings: Sequence[str], rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    yield MARK + _row(headings)
    for row in rows:
        yield _row([safe(clean(row.get(name, ""))) for name in headings])


def _row(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
