"""FollowTheMoney records read as what they are about. What has no place in a report stays in what was sent."""

import re
from collections.abc import Callable, Iterator, Mapping

from pentameter.intelligence.intake import ftm_words as words
from pentameter.intelligence.intake.drafts import Problem
from pentameter.intelligence.intake.normalise import postcodes
from pentameter.intelligence.intake.normalise.words import fold, shown
from pentameter.intelligence.intake.readers.json_text import Element, Value
from pentameter.intelligence.intake.readers.network.carried import conditions_in
from pentameter.intelligence.intake.readers.network.entries import End, Entry, Facts, Seen, fault
from pentameter.intelligence.intake.relations import Relation
from pentameter.intelligence.vocabulary import MentionKind, PersonRole

_WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_RELATIONS = {fold(one.value): one for one in Relation}
_ROLES = frozenset(PersonRole)
Properties = Mapping[str, tuple[str, ...]]


def entry(number: int, element: Element) -> Entry:
    """What a line says, with all that is wrong with it."""
    faults = tuple(fault(number, "record", "record", f"{note}. {_MEND}") for note in element.notes)
    if element.written or not isinstance(element.value, dict):
        faults = faults or (fault(number, "record", "record", f"it is no record. {_MEND}"),)
        return Entry(number, f"line {number}", _called(""), element.written, faults=faults)
    record = element.value
    schema, identifier = _text(record.get("schema")), _text(record.get("id")).strip()
    properties = _properties(record.get("properties"))
    as_sent = "\n".join(_as_sent(identifier, schema, properties))
    if schema in words.LINKS:
        return _link(Entry(number, identifier, _called(schema), as_sent, faults=faults), schema, properties)
    seen, problems = _seen(number, schema, properties)
    conditions = conditions_in(properties.get("notes", ()))
    return Entry(
        number, identifier, _called(schema), as_sent, seen=seen, conditions=conditions, faults=(*faults, *problems)
    )


_MEND = "Mend it in the tool that wrote it, and send it again."


def _called(schema: str) -> str:
    known = schema in words.LINKS or schema in words.THINGS or schema == words.ACCOUNT
    return f"Record of another tool (FollowTheMoney{f', {schema}' if known else ''})"


def _seen(number: int, schema: str, properties: Properties) -> tuple[tuple[Seen, ...], tuple[Problem, ...]]:
    """What a thing's record is about, or why that cannot be told."""
    if schema == words.ACCOUNT:
        account = tuple(_account(properties))
        return account, () if account else (_strange(number, "this account has no telephone and is no advertisement."),)
    if (kind := words.THINGS.get(schema)) is None:
        nothing = f"{shown(schema) or 'nothing'} is no kind of thing that a report mentions."
        return (), (_strange(number, _WHY.get(schema, nothing)),)
    return (Seen(kind, _facts(kind, properties)), *_beside(kind, properties)), ()


_WHY = {
    "LegalEntity": "LegalEntity does not say whether it is a person or an organisation. Write Person or Organization.",
}


def _strange(number: int, sentence: str) -> Problem:
    return fault(number, "schema", "schema", f"{sentence} Fill in what it is about below, or set the row aside.")


def _facts(kind: MentionKind, properties: Properties) -> Facts:
    found = {name: read(properties) for name, read in _FACTS[kind].items()}
    return {name: value for name, value in found.items() if value}


def _first(*names: str) -> Callable[[Properties], str]:
    return lambda properties: next((value for name in names for value in properties.get(name, ())), "")


def _name(properties: Properties) -> str:
    return "" if words.NOT_NAMED in properties.get("keywords", ()) else _first("name", "alias", "weakAlias")(properties)


def _person_name(properties: Properties) -> str:
    parts = (_first(one)(properties) for one in ("firstName", "middleName", "lastName"))
    return _name(properties) or " ".join(filter(None, parts))


def _role(properties: Properties) -> str:
    return next((one for one in properties.get("keywords", ()) if one in _ROLES), "")


def _sex(properties: Properties) -> str:
    return next((one for one in properties.get("gender", ()) if one in ("female", "male", "other")), "")


def _birth(properties: Properties) -> str:
    """The day, or the year where a month is all that is known."""
    day = _first("birthDate")(properties)
    return day[:4] if re.fullmatch(r"\d{4}-\d{2}", day, re.ASCII) else day


def _address(properties: Properties) -> str:
    street = ", ".join(filter(None, (_first(one)(properties) for one in ("street", "street2", "city"))))
    full = _first("full", "address")(properties) or street
    return full or (_name(properties) if not properties.get("postalCode") else "")


def _postcode(properties: Properties) -> str:
    """A postcode of these islands; that of another country stays in what was sent."""
    return next((one for one in properties.get("postalCode", ()) if postcodes.parse(one)), "")


def _description(properties: Properties) -> str:
    plate = _first("registrationNumber")(properties)
    return _first("description", "model", "type")(properties) or ("" if plate else _name(properties))


_FACTS: Mapping[MentionKind, Mapping[str, Callable[[Properties], str]]] = {
    MentionKind.PERSON: {
        "name": _person_name,
        "role": _role,
        "sex": _sex,
        "dob": _birth,
        "nationality": _first("nationality", "citizenship"),
        "document": _first("idNumber", "passportNumber"),
    },
    MentionKind.ORGANISATION: {"name": _name},
    MentionKind.VEHICLE: {"registration": _first("registrationNumber"), "description": _description},
    MentionKind.PREMISES: {"kind": _first("remarks"), "address": _address, "postcode": _postcode},
}


def _account(properties: Properties) -> Iterator[Seen]:
    named = words.NOT_NAMED not in properties.get("keywords", ())
    if words.ADVERTISEMENT in properties.get("keywords", ()):
        reference = _first("username")(properties) if named else ""
        facts = {"site": _first("service")(properties), "reference": reference}
        yield Seen(MentionKind.ADVERT, {name: value for name, value in facts.items() if value})
    elif number := _first("phone")(properties):
        yield Seen(MentionKind.PHONE, {"number": _extended(number, properties)})


def _extended(number: str, properties: Properties) -> str:
    extension = next((one for one in properties.get("description", ()) if one.startswith("Extension ")), "")
    return f"{number} ext. {extension.removeprefix('Extension ')}" if extension else number


def _beside(kind: MentionKind, properties: Properties) -> Iterator[Seen]:
    """What a person's or an organisation's record says of telephones and addresses. More than fit stay as sent."""
    if kind in (MentionKind.PERSON, MentionKind.ORGANISATION):
        yield from (Seen(MentionKind.PHONE, {"number": one}) for one in properties.get("phone", ())[:2])
        yield from (Seen(MentionKind.PREMISES, {"address": one}) for one in properties.get("address", ())[:1])


def _link(entry: Entry, schema: str, properties: Properties) -> Entry:
    joining = words.LINKS[schema]
    says = (*properties.get("role", ()), *properties.get("relationship", ()), *properties.get("purpose", ()))
    said = next((found for one in says if (found := _RELATIONS.get(fold(one)))), None)
    ends = (End(name, _first(name)(properties)) for name in (joining.source, joining.target))
    started, ended = (_day(properties, name) for name in ("startDate", "endDate"))
    return Entry(
        entry.number,
        entry.id,
        entry.called if said is None else f"{entry.called}: {said.value.replace('_', ' ')}",
        entry.as_sent,
        ends=tuple(ends),
        relation=said or joining.relation,
        days=(started or _day(properties, "date"), ended),
        conditions=conditions_in(properties.get("description", ())),
        faults=entry.faults,
    )


def _day(properties: Properties, name: str) -> str:
    """A whole day; a month or a year alone stays in what was sent."""
    return next((one[:10] for one in properties.get(name, ()) if _WHOLE_DAY.match(one)), "")


def _properties(value: Value) -> Properties:
    """The properties as texts; a text that stands alone is a list of one."""
    if not isinstance(value, dict):
        return {}
    lists = {name: one if isinstance(one, list) else [one] for name, one in value.items()}
    texts = {name: tuple(filter(None, (_text(one).strip() for one in some))) for name, some in lists.items()}
    return {name: some for name, some in texts.items() if some}


def _text(value: Value) -> str:
    """A text or a number. A record inside a record is named by its id, as tools that nest them mean it."""
    if isinstance(value, dict):
        return _text(value.get("id"))
    return value if isinstance(value, str) else ""


def _as_sent(identifier: str, schema: str, properties: Properties) -> Iterator[str]:
    yield f"id: {identifier}"
    yield f"schema: {schema}"
    yield from (f"{name}: {'; '.join(values)}" for name, values in properties.items())
