"""Networks as tables: things with an id and a kind, links with a source and a target, in one table or in two.

Our own columns are read, and the headings that Gephi, Neo4j, Cytoscape and yEd write for the same. Columns that have no
place in a report stay in what was sent.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from pentameter.intelligence.intake import ftm_words
from pentameter.intelligence.intake.cells import bare
from pentameter.intelligence.intake.drafts import Problem, RawRow
from pentameter.intelligence.intake.normalise import postcodes
from pentameter.intelligence.intake.normalise.words import fold, shown
from pentameter.intelligence.intake.readers.network.entries import End, Entry, Facts, Seen, fault
from pentameter.intelligence.intake.relations import Relation
from pentameter.intelligence.vocabulary import MentionKind

_MEANT: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "node_id", "nodeid", "edge_id"),
    "kind": ("kind", "type", "node_type", "schema", "entity_type"),
    "label": ("label", "caption", "title"),
    "source": ("source", "source_id", "from", "from_id", "start_id"),
    "target": ("target", "target_id", "to", "to_id", "end_id"),
    "relation": ("relation", "relationship", "interaction", "edge_type", "type", "kind", "label"),
    "from_on": ("from_on", "start", "start_date", "startdate"),
    "to_on": ("to_on", "end", "end_date", "enddate"),
}
"""What each column may be called; the first that is there counts."""

_FACTS: Mapping[MentionKind, Mapping[str, tuple[str, ...]]] = {
    MentionKind.PERSON: {
        "name": ("name", "full_name"),
        "role": ("role",),
        "sex": ("sex", "gender"),
        "dob": ("dob", "date_of_birth", "birth_date", "birthdate"),
        "nationality": ("nationality",),
        "document": ("document", "passport", "passport_number", "id_number"),
    },
    MentionKind.PHONE: {"number": ("number", "phone", "telephone", "phone_number")},
    MentionKind.VEHICLE: {
        "registration": ("registration", "registration_number", "plate", "vrm"),
        "description": ("description",),
    },
    MentionKind.PREMISES: {
        "kind": ("premises_kind",),
        "address": ("address", "full_address"),
        "postcode": ("postcode", "postal_code"),
    },
    MentionKind.ADVERT: {"site": ("site", "website"), "reference": ("reference", "advert_reference")},
    MentionKind.ORGANISATION: {"name": ("name", "organisation_name")},
}
_NAMED_BY = {
    MentionKind.PERSON: "name",
    MentionKind.PHONE: "number",
    MentionKind.VEHICLE: "registration",
    MentionKind.PREMISES: "address",
    MentionKind.ADVERT: "reference",
    MentionKind.ORGANISATION: "name",
}
_KINDS: Mapping[str, MentionKind] = {
    **{fold(schema): kind for schema, kind in ftm_words.THINGS.items()},
    **dict.fromkeys(("telephone", "mobile", "phonenumber"), MentionKind.PHONE),
    **dict.fromkeys(("car", "van"), MentionKind.VEHICLE),
    **dict.fromkeys(("place", "location", "property"), MentionKind.PREMISES),
    **dict.fromkeys(("advertisement", "ad"), MentionKind.ADVERT),
    **{kind.value: kind for kind in MentionKind},
}
_RELATIONS = {fold(one.value): one for one in Relation}
_IDENTIFYING = frozenset(name for facts in _FACTS.values() for names in facts.values() for name in names)


def is_network(headings: Sequence[str]) -> bool:
    """Whether the headings are those of things or of links."""
    things = "id" in headings and not set(_MEANT["kind"]).isdisjoint(headings)
    return things or all(not set(_MEANT[end]).isdisjoint(headings) for end in ("source", "target"))


def entries(table: Iterator[RawRow]) -> Iterator[Entry]:
    """The rows of a table as records."""
    for row in table:
        cells = {name: bare(cell).strip() for name, cell in row.cells.items()}
        is_link = _cell(cells, "source") or _cell(cells, "target")
        yield (_link if is_link else _thing)(row, cells)


def _thing(row: RawRow, cells: Mapping[str, str]) -> Entry:
    written = _cell(cells, "kind")
    kind = _KINDS.get(fold(written))
    faults = row.faults if kind else (*row.faults, _no_kind(row.number, written))
    seen = (Seen(kind, _facts(kind, cells)),) if kind else ()
    called = f"Record of another tool (table{f', {kind.value}' if kind else ''})"
    return Entry(
        row.number,
        _cell(cells, "id"),
        called,
        _as_sent(cells),
        seen=seen,
        conditions=cells.get("handling_conditions", ""),
        faults=faults,
    )


def _no_kind(number: int, written: str) -> Problem:
    offer = ", ".join(one.value for one in MentionKind)
    return fault(number, "kind", "kind", f"{shown(written) or 'nothing'} is no kind of thing. Write one of {offer}.")


def _link(row: RawRow, cells: Mapping[str, str]) -> Entry:
    ends = tuple(End(name, _cell(cells, name)) for name in ("source", "target"))
    names = (cells[one] for one in _MEANT["relation"] if cells.get(one))
    said = next((found for one in names if (found := _RELATIONS.get(fold(one)))), None)
    called = f"Record of another tool (table, link{f': {said.value}' if said else ''})".replace("_", " ")
    return Entry(
        row.number,
        _cell(cells, "id") or _digest(cells),
        called,
        _as_sent(cells),
        ends=ends,
        relation=said,
        days=(_cell(cells, "from_on"), _cell(cells, "to_on")),
        conditions=cells.get("handling_conditions", ""),
        faults=row.faults,
    )


def _digest(cells: Mapping[str, str]) -> str:
    """The id of a link that has none: the same for the same contents."""
    return f"link:{hashlib.sha256(repr(sorted(cells.items())).encode('utf-8', 'replace')).hexdigest()[:32]}"


def _facts(kind: MentionKind, cells: Mapping[str, str]) -> Facts:
    """What the columns say; in a table without any such column the label is what it is known by."""
    found = {fact: _value(cells, names) for fact, names in _FACTS[kind].items()}
    if _IDENTIFYING.isdisjoint(cells):
        found[_NAMED_BY[kind]] = _first_line(_cell(cells, "label"))
    if extension := _value(cells, ("extension",)) if kind is MentionKind.PHONE else "":
        found["number"] = f"{found['number']} ext. {extension}"
    if kind is MentionKind.PREMISES and not postcodes.parse(found["postcode"]):
        found["postcode"] = ""
    return {fact: value for fact, value in found.items() if value}


def _cell(cells: Mapping[str, str], meant: str) -> str:
    return next((cells[name] for name in _MEANT[meant] if cells.get(name)), "")


def _value(cells: Mapping[str, str], names: Sequence[str]) -> str:
    """A fact; of several, each on a line of its own, the first."""
    return _first_line(next((cells[name] for name in names if cells.get(name)), ""))


def _first_line(text: str) -> str:
    return text.partition("\n")[0].strip()


def _as_sent(cells: Mapping[str, str]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in cells.items() if value)
