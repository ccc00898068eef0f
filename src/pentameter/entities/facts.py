"""What a mention is found by: the facts of a person, and the one mark of anything else.

A person's telephones are those that her report names, if it names nobody else. Where several people stand in a report,
nobody says whose number it is: that they were named together is the network's knowledge and says nothing of who they
are. A number that many people gave, such as a controller's, is weak evidence, which `linkage` knows when it is told how
many have it. Place and postcode are where the report says that it happened.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from pentameter.entities.linkage.api import PersonFacts
from pentameter.intelligence.api import MentionKind, OpenMention, Sex

SURE_KINDS = frozenset(kind.value for kind in (MentionKind.PHONE, MentionKind.VEHICLE))
"""What only its number makes one thing: never proposed, so no proposal waits on it."""

_IDENTIFIED = SURE_KINDS | {MentionKind.PREMISES.value, MentionKind.ADVERT.value}
_NOT_TELLING = re.compile(r"[\W_]+")
_TELLING_SEXES = frozenset({Sex.FEMALE.value, Sex.MALE.value})
"""What a report says besides is "unknown", or means different things in different forms: it speaks for nothing."""
_SHORTEST_ADDRESS = 6
"""Letters and figures; "flat 2" alone names no place."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What equal things have in common. `sure`: it makes them the same thing; if not, only people can say so."""

    rule: str
    value: str
    sure: bool = False


def people(mentions: Iterable[OpenMention]) -> dict[UUID, PersonFacts]:
    """The facts of every person in these reports, each of which is given whole."""
    reports: dict[UUID, list[OpenMention]] = defaultdict(list)
    for one in mentions:
        reports[one.report].append(one)
    return {
        one.id: _facts(one, numbers)
        for report in reports.values()
        for numbers in [_numbers(report)]
        for one in report
        if one.kind == MentionKind.PERSON.value
    }


def _numbers(report: Iterable[OpenMention]) -> tuple[str, ...]:
    persons = sum(one.kind == MentionKind.PERSON.value for one in report)
    numbers = {one.values.get("number", "") for one in report if one.kind == MentionKind.PHONE.value}
    return tuple(sorted(numbers - {""})) if persons == 1 else ()


def _facts(one: OpenMention, numbers: tuple[str, ...]) -> PersonFacts:
    document = one.values.get("document", "")
    return PersonFacts(
        name=one.values.get("name", ""),
        sex=sex if (sex := one.values.get("sex", "")) in _TELLING_SEXES else "",
        dob=one.values.get("dob", ""),
        nationality=one.values.get("nationality", ""),
        phones=numbers,
        documents=(document,) if document else (),
        postcode=one.postcode,
        place=one.place or one.area,
    )


def mark(one: OpenMention) -> Mark | None:
    """What finds the same phone, vehicle, premises, advert or organisation elsewhere; None where nothing does."""
    if one.kind == MentionKind.PERSON.value:
        return None
    if one.identifier_index:
        return Mark(f"same {one.kind}", one.identifier_index, sure=one.kind in _IDENTIFIED)
    words = _weak(one.kind, one.values)
    return Mark(f"perhaps the same {one.kind}", "|".join((*words, one.area, one.place)).casefold()) if words else None


def _weak(kind: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Premises by an address without a whole postcode, adverts by a site or a reference alone, in one place."""
    if kind == MentionKind.PREMISES.value:
        address = _NOT_TELLING.sub("", values.get("address", ""))
        return ("address", address) if len(address) >= _SHORTEST_ADDRESS else ()
    if kind == MentionKind.ADVERT.value:
        return tuple(one for name in ("site", "reference") if (value := values.get(name, "")) for one in (name, value))
    return ()
