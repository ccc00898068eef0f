"""The network in words."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from pentameter.entities.network.graph import Edge, Node
from pentameter.intelligence.intake.relations import Relation
from pentameter.look import words

KINDS: Mapping[str, str] = {
    "person": "Person",
    "phone": "Phone",
    "premises": "Premises",
    "vehicle": "Vehicle",
    "advert": "Advert",
    "organisation": "Organisation",
}
"""What things are called by kind, in the order of the chart's colours."""


def relation(of: Relation) -> str:
    """A relation as it stands between two things."""
    return "is named together with" if of is Relation.NAMED_TOGETHER else of.value.replace("_", " ")


def what(node: Node) -> str:
    """Its kind, with the role that reports most often give a person."""
    role = node.facts.get("role", ("",))[0].replace("_", " ")
    return f"{KINDS[node.kind]}, {role}" if role and role != "unknown" else KINDS[node.kind]


def days(first: date | None, last: date | None) -> str:
    """When: a day, from one day to another, or not known."""
    if first is None or last is None:
        return words.day(first or last)
    return words.span(first, last)


def step(node: Mapping[UUID, Node], one: UUID, other: UUID, edges: tuple[Edge, ...]) -> str:
    """A step of a way: "Mira uses +44 7700 900417 (2 reports)". The clearest of what joins the two."""
    edge = min(edges, key=lambda one: (list(Relation).index(one.relation), one.id))
    said = sum(len(one.reports) for one in edges if one.relation is edge.relation)
    ends = (node[edge.source].label, node[edge.target].label)
    return f"{ends[0]} {relation(edge.relation)} {ends[1]} ({words.plural(said, 'report')})"


def holds(share: float, parts: int) -> str:
    """Why a thing holds a network together."""
    through = f"{round(100 * share)}% of the shortest ways lead through it"
    return f"{through}; without it the network falls into {parts} parts" if parts > 1 else through
