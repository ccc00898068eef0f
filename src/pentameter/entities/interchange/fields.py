"""A thing or a link as named fields, the same for every format that is a table or a graph."""

from collections.abc import Iterable
from uuid import UUID

from pentameter.entities.interchange.leaving import Leaving, Source
from pentameter.entities.interchange.wording import bindings, provenance
from pentameter.entities.network.graph import Edge, Network, Node
from pentameter.intelligence.intake.relations import NO_DIRECTION

FACTS = (
    *("name", "role", "sex", "dob", "nationality", "document", "number", "extension", "registration", "description"),
    *("premises_kind", "address", "postcode", "site", "reference"),
)
_NODE = ("kind", "label", "first_on", "last_on", "agencies", "areas")
_WHENCE = ("reports", "provenance", "handling_conditions")
_EDGE = (
    *("relation", "directed", "from_on", "to_on", "grade_scheme", "source_grade", "information_grade"),
    *("handling_code", "agency", "said_by_hand"),
)
EDGE_FIELDS = (*_EDGE, *_WHENCE)


def node_fields(network: Network) -> tuple[str, ...]:
    """The fields of things: the facts that are known here, and any that came to be since."""
    further = {fact_field(node.kind, name) for node in network.nodes for name in node.facts} - set(FACTS)
    return (*_NODE[:2], *FACTS, *sorted(further), *_NODE[2:], *_WHENCE)


def fact_field(kind: str, name: str) -> str:
    """A fact's field: what kind of premises they are is not the kind of the thing."""
    return "premises_kind" if kind == "premises" and name == "kind" else name


def of_node(node: Node, leaving: Leaving) -> dict[str, str]:
    """A thing's fields that say something. Several values stand on a line each."""
    facts = {fact_field(node.kind, name): _lines(values) for name, values in node.facts.items()}
    said = {
        "kind": node.kind,
        "label": _line(node.label),
        "first_on": node.first_on.isoformat(),
        "last_on": node.last_on.isoformat(),
        "agencies": _lines(node.agencies),
        "areas": _lines(node.areas),
    }
    return {name: text for name, text in {**said, **facts, **_whence(sources_of(leaving, node.id))}.items() if text}


def of_edge(edge: Edge, leaving: Leaving) -> dict[str, str]:
    """A link's fields that say something."""
    said = {
        "relation": edge.relation.value,
        "directed": "no" if edge.relation in NO_DIRECTION else "yes",
        "from_on": edge.from_on.isoformat() if edge.from_on else "",
        "to_on": edge.to_on.isoformat() if edge.to_on else "",
        "grade_scheme": edge.grade.scheme,
        "source_grade": edge.grade.source,
        "information_grade": edge.grade.information,
        "handling_code": edge.handling,
        "agency": edge.agency,
        "said_by_hand": "yes" if edge.by else "no",
        **_whence(known(leaving, edge.reports)),
    }
    return {name: text for name, text in said.items() if text}


def sources_of(leaving: Leaving, node: UUID) -> tuple[Source, ...]:
    """The reports behind a thing."""
    return known(leaving, leaving.behind.get(node, ()))


def known(leaving: Leaving, reports: Iterable[UUID]) -> tuple[Source, ...]:
    """These reports, which all went in.

    Raises:
        KeyError: for a report whose handling is not known here, since nothing leaves without it.
    """
    return tuple(leaving.sources[one] for one in reports)


def _whence(sources: Iterable[Source]) -> dict[str, str]:
    found = tuple(sources)
    return {
        "reports": _lines(str(one.id) for one in found),
        "provenance": _lines(map(provenance, found)),
        "handling_conditions": _lines(bindings(found)),
    }


def _lines(values: Iterable[str]) -> str:
    return "\n".join(map(_line, values))


def _line(value: str) -> str:
    return " ".join(value.split())
