"""The formats, each with the files that it is made of."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pentameter.entities.interchange import ftm, gexf, graphml, tables
from pentameter.entities.interchange.leaving import Format, Leaving

Writer = Callable[[Leaving], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Form:
    """How a format is called, which version of it is written, for what it is good, and its files with their writers."""

    label: str
    version: str
    good_for: str
    files: tuple[tuple[str, Writer], ...]


FORMS: Mapping[Format, Form] = MappingProxyType(
    {
        Format.FTM: Form(
            "FollowTheMoney",
            ftm.VERSION,
            "Aleph, OpenAleph, yente and other tools of investigators. It can be brought in here again.",
            ((ftm.NAME, ftm.lines),),
        ),
        Format.GRAPHML: Form(
            "GraphML", graphml.VERSION, "yEd, Cytoscape, igraph and networkx.", ((graphml.NAME, graphml.lines),)
        ),
        Format.GEXF: Form("GEXF", gexf.VERSION, "Gephi, with the days as a timeline.", ((gexf.NAME, gexf.lines),)),
        Format.CSV: Form(
            "CSV",
            tables.VERSION,
            "a spreadsheet, things in one table and links in another. It can be brought in here again.",
            ((tables.NODES, tables.nodes), (tables.EDGES, tables.edges)),
        ),
    }
)
