"""FollowTheMoney entities, one JSON object a line, as Aleph, OpenAleph, OpenSanctions and yente read them.

Source: the schemata of followthemoney 4.11 (MIT), https://followthemoney.tech/explorer/. The tests hold every line
against that model. It has neither telephones nor adverts as things of their own: each is a UserAccount of a service.
Where a schema demands a name that no report gives, the label stands there, and a keyword says so.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from pentameter.entities.interchange.fields import known, sources_of
from pentameter.entities.interchange.leaving import Leaving, Source
from pentameter.entities.interchange.wording import DEMO, bindings, clean, provenance
from pentameter.entities.network.graph import Edge, Facts, Node
from pentameter.intelligence.intake.ftm_words import ADVERTISEMENT, NOT_NAMED, TELEPHONE
from pentameter.intelligence.intake.relations import Relation

VERSION = "4.11"
NAME = "network.ftm.json"
Properties = dict[str, Sequence[str]]


def lines(leaving: Leaving) -> Iterator[str]:
    """The entities: things first, then what joins them."""
    kinds = {node.id: node.kind for node in leaving.network.nodes}
    for node in leaving.network.nodes:
        schema, properties = thing(node)
        yield _line(str(node.id), schema, {**properties, **_of_thing(node, leaving)})
    for edge in leaving.network.edges:
        schema, properties = link(edge, kinds[edge.source], kinds[edge.target])
        yield _line(str(edge.id), schema, {**properties, **_of_link(edge, leaving)})


def thing(node: Node) -> tuple[str, Properties]:
    """A thing's schema and what is known of it."""
    schema, needed, properties = _THINGS[node.kind](node.facts)
    if not any(properties.get(needed, ())):
        named = [*properties.get("keywords", ()), NOT_NAMED]
        properties = {**properties, needed: [node.label], "keywords": named}
    return schema, properties


def _person(facts: Facts) -> tuple[str, str, Properties]:
    return (
        "Person",
        "name",
        {
            "name": facts.get("name", ()),
            "gender": [one for one in facts.get("sex", ()) if one in ("female", "male", "other")],
            "birthDate": facts.get("dob", ()),
            "nationality": [one.lower() for one in facts.get("nationality", ())],
            "idNumber": facts.get("document", ()),
            "keywords": facts.get("role", ()),
        },
    )


def _phone(facts: Facts) -> tuple[str, str, Properties]:
    numbers = facts.get("number", ())
    extensions = [f"Extension {one}" for one in facts.get("extension", ())]
    account = {"username": numbers, "name": numbers, "phone": numbers, "description": extensions}
    return "UserAccount", "username", {**account, "service": [TELEPHONE]}


def _vehicle(facts: Facts) -> tuple[str, str, Properties]:
    plates = facts.get("registration", ())
    named = plates or facts.get("description", ())
    return "Vehicle", "name", {"name": named, "registrationNumber": plates, "description": facts.get("description", ())}


def _premises(facts: Facts) -> tuple[str, str, Properties]:
    address, postcode = facts.get("address", ()), facts.get("postcode", ())
    place = {"full": address, "postalCode": postcode, "remarks": facts.get("kind", ())}
    return "Address", "name", {"name": address or postcode, **place}


def _advert(facts: Facts) -> tuple[str, str, Properties]:
    references, sites = facts.get("reference", ()), facts.get("site", ())
    account = {"username": references, "name": references, "service": sites}
    return "UserAccount", "username", {**account, "keywords": [ADVERTISEMENT]}


def _organisation(facts: Facts) -> tuple[str, str, Properties]:
    return "Organization", "name", {"name": facts.get("name", ())}


_THINGS: Mapping[str, Callable[[Facts], tuple[str, str, Properties]]] = {
    "person": _person,
    "phone": _phone,
    "vehicle": _vehicle,
    "premises": _premises,
    "advert": _advert,
    "organisation": _organisation,
}

_LEGAL = frozenset({"person", "organisation"})
_RELATIONS: Mapping[tuple[Relation, str, str], tuple[str, str, str]] = {
    (Relation.WORKS_AT, "person", "organisation"): ("Employment", "employee", "employer"),
    (Relation.TRAVELLED_WITH, "person", "person"): ("Associate", "person", "associate"),
    **{(Relation.CONTROLS, one, other): ("Control", "controller", "controlled") for one in _LEGAL for other in _LEGAL},
    **{(Relation.PAYS, one, other): ("Payment", "payer", "beneficiary") for one in _LEGAL for other in _LEGAL},
}
"""Relations between these kinds have a schema of their own; all others are an UnknownLink whose role says which."""


def link(edge: Edge, kind: str, other: str) -> tuple[str, Properties]:
    """A link's schema and its ends."""
    schema, source, target = _RELATIONS.get((edge.relation, kind, other), ("UnknownLink", "subject", "object"))
    ends: Properties = {source: [str(edge.source)], target: [str(edge.target)]}
    says = {"Associate": "relationship", "UnknownLink": "role", "Employment": "role", "Control": "role"}
    return schema, {**ends, says.get(schema, "purpose"): [edge.relation.value.replace("_", " ")]}


def _of_thing(node: Node, leaving: Leaving) -> Properties:
    sources = sources_of(leaving, node.id)
    days = f"Spoken of from {node.first_on.isoformat()} to {node.last_on.isoformat()}."
    summary = [days, *([DEMO] if leaving.cover.demo else [])]
    return {"notes": _words(sources), "summary": summary, "publisher": node.agencies}


def _of_link(edge: Edge, leaving: Leaving) -> Properties:
    sources = known(leaving, edge.reports)
    return {
        "startDate": [edge.from_on.isoformat()] if edge.from_on else [],
        "endDate": [edge.to_on.isoformat()] if edge.to_on else [],
        "description": _words(sources),
        "recordId": [str(one.id) for one in sources],
        "summary": [DEMO] if leaving.cover.demo else [],
        "publisher": [edge.agency],
    }


def _words(sources: Sequence[Source]) -> list[str]:
    return [*map(provenance, sources), *bindings(sources)]


def _line(identifier: str, schema: str, properties: Properties) -> str:
    said = {name: kept for name, values in properties.items() if (kept := [clean(one) for one in values if one])}
    return json.dumps({"id": identifier, "schema": schema, "properties": said}, ensure_ascii=False) + "\n"
