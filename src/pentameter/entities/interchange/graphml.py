"""GraphML 1.0, read by yEd, Cytoscape, igraph, networkx and i2's importers.

All edges are written as directed, since some readers refuse a mixture; the field `directed` says which are not.
Source: GraphML Primer, http://graphml.graphdrawing.org/primer/graphml-primer.html
"""

from collections.abc import Iterable, Iterator, Mapping

from pentameter.entities.interchange import xml
from pentameter.entities.interchange.fields import EDGE_FIELDS, node_fields, of_edge, of_node
from pentameter.entities.interchange.leaving import Leaving
from pentameter.entities.interchange.wording import DEMO, NOTICE

VERSION = "1.0"
NAME = "network.graphml"
_ROOT = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def lines(leaving: Leaving) -> Iterator[str]:
    """The file, piece by piece."""
    yield xml.HEAD + _ROOT
    yield f"<desc>{xml.text(NOTICE + (f' {DEMO}' if leaving.cover.demo else ''))}</desc>\n"
    yield from _keys("node", node_fields(leaving.network))
    yield from _keys("edge", EDGE_FIELDS)
    yield '<graph id="network" edgedefault="directed">\n'
    for node in leaving.network.nodes:
        yield f'<node id="{node.id}">{_data("node", of_node(node, leaving))}</node>\n'
    for edge in leaving.network.edges:
        fields = _data("edge", of_edge(edge, leaving))
        yield f'<edge id="{edge.id}" source="{edge.source}" target="{edge.target}">{fields}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _keys(what: str, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        shown = xml.attribute(name)
        yield f'<key id={xml.attribute(f"{what}_{name}")} for="{what}" attr.name={shown} attr.type="string"/>\n'


def _data(what: str, fields: Mapping[str, str]) -> str:
    return "".join(
        f"<data key={xml.attribute(f'{what}_{name}')}>{xml.text(value)}</data>" for name, value in fields.items()
    )
