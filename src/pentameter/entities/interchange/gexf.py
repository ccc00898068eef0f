"""GEXF 1.3, Gephi's own format, with the days of which reports speak as spells of a dynamic graph.

Source: GEXF 1.3 primer, https://gexf.net/primer.html; a spell without a day at one end is open there. All edges are
written as directed, since some readers refuse a mixture; the field `directed` says which are not.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pentameter.entities.interchange import xml
from pentameter.entities.interchange.fields import EDGE_FIELDS, node_fields, of_edge, of_node
from pentameter.entities.interchange.leaving import Leaving
from pentameter.entities.interchange.wording import DEMO, NOTICE
from pentameter.entities.network.graph import Edge, Node

VERSION = "1.3"
NAME = "network.gexf"
_ROOT = (
    '<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd">\n'
)


def lines(leaving: Leaving) -> Iterator[str]:
    """The file, piece by piece."""
    nodes, edges = node_fields(leaving.network), EDGE_FIELDS
    yield xml.HEAD + _ROOT + _meta(leaving)
    yield '<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">\n'
    yield from _declared("node", nodes)
    yield from _declared("edge", edges)
    yield "<nodes>\n"
    yield from (_node(node, of_node(node, leaving), nodes) for node in leaving.network.nodes)
    yield "</nodes>\n<edges>\n"
    yield from (_edge(edge, of_edge(edge, leaving), edges) for edge in leaving.network.edges)
    yield "</edges>\n</graph>\n</gexf>\n"


def _meta(leaving: Leaving) -> str:
    said = NOTICE + (f" {DEMO}" if leaving.cover.demo else "")
    made = leaving.cover.made_at.date().isoformat()
    creator = f"<creator>Pentameter</creator><description>{xml.text(said)}</description>"
    return f'<meta lastmodifieddate="{made}">{creator}</meta>\n'


def _declared(what: str, names: Iterable[str]) -> Iterator[str]:
    yield f'<attributes class="{what}" mode="static">\n'
    for number, name in enumerate(names):
        yield f'<attribute id="{number}" title={xml.attribute(name)} type="string"/>\n'
    yield "</attributes>\n"


def _node(node: Node, fields: Mapping[str, str], names: tuple[str, ...]) -> str:
    inside = _values(fields, names) + _spell(node.first_on, node.last_on)
    return f'<node id="{node.id}" label={xml.attribute(node.label)}>{inside}</node>\n'


def _edge(edge: Edge, fields: Mapping[str, str], names: tuple[str, ...]) -> str:
    relation = edge.relation.value
    ends = f'source="{edge.source}" target="{edge.target}" type="directed"'
    said = f'kind="{relation}" label="{relation.replace("_", " ")}"'
    return f'<edge id="{edge.id}" {ends} {said}>{_values(fields, names)}{_spell(edge.from_on, edge.to_on)}</edge>\n'


def _values(fields: Mapping[str, str], names: tuple[str, ...]) -> str:
    found = (
        f'<attvalue for="{number}" value={xml.attribute(fields[name])}/>'
        for number, name in enumerate(names)
        if name in fields
    )
    return f"<attvalues>{''.join(found)}</attvalues>"


def _spell(first: date | None, last: date | None) -> str:
    """The days between which it was; nothing where no day is known."""
    start = f' start="{first.isoformat()}"' if first else ""
    end = f' end="{last.isoformat()}"' if last else ""
    return f"<spells><spell{start}{end}/></spells>" if start or end else ""
