"""What FollowTheMoney demands of an entity, from its own schemata (see data/README.md)."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

SCHEMATA: Mapping[str, Any] = json.loads((Path(__file__).parent / "data" / "ftm_schemata.json").read_text())
_FORMS = {
    "date": re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII),
    "country": re.compile(r"[a-z]{2}"),
    "gender": re.compile("male|female|other"),
    "phone": re.compile(r"\+\d{6,15}", re.ASCII),
}


def faults(entities: list[Mapping[str, Any]]) -> list[str]:
    """Everything that is wrong with a file of entities."""
    schema_of = {one["id"]: one["schema"] for one in entities}
    twice = len(entities) - len(schema_of)
    return [*(["an id stands twice"] if twice else []), *(f for one in entities for f in _of(one, schema_of))]


def _of(entity: Mapping[str, Any], schema_of: Mapping[str, str]) -> Iterator[str]:
    schema = SCHEMATA.get(entity["schema"])
    if schema is None or set(entity) != {"id", "schema", "properties"}:
        yield f"{entity['schema']} is no schema that is known, or {sorted(entity)} are other keys"
        return
    for name in schema["required"]:
        if not entity["properties"].get(name):
            yield f"{entity['schema']} needs {name}"
    for name, values in entity["properties"].items():
        if name not in schema["properties"]:
            yield f"{entity['schema']} has no {name}"
            continue
        yield from _of_property(f"{entity['schema']}.{name}", schema["properties"][name], values, schema_of)


def _of_property(name: str, rule: Mapping[str, Any], values: list[str], schema_of: Mapping[str, str]) -> Iterator[str]:
    for value in values:
        if not isinstance(value, str) or not value:
            yield f"{name}: {value!r} is no text"
        elif rule["type"] in _FORMS and not _FORMS[rule["type"]].fullmatch(value):
            yield f"{name}: {value} is no {rule['type']}"
        elif rule["type"] == "entity" and rule["range"] not in _ancestors(schema_of.get(value, "")):
            yield f"{name}: {value} is no {rule['range']}"


def _ancestors(schema: str) -> list[str]:
    found: list[str] = SCHEMATA.get(schema, {}).get("is_a", [])
    return found
