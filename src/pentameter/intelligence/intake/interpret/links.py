"""What a row says of two things that it mentions, and the countries on the way here."""

import re
from collections.abc import Iterator, Mapping

from pentameter.intelligence.intake.columns import PEOPLE_IN_A_ROW, PHONES_IN_A_ROW
from pentameter.intelligence.intake.drafts import LinkDraft, MentionDraft
from pentameter.intelligence.intake.interpret import codes
from pentameter.intelligence.intake.interpret.reading import Reading
from pentameter.intelligence.intake.normalise import countries
from pentameter.intelligence.intake.normalise.words import fold, shown
from pentameter.intelligence.intake.relations import JOINS, SAYABLE, Relation
from pentameter.intelligence.vocabulary import MentionKind

_THINGS = (
    *(f"person{n}" for n in range(1, PEOPLE_IN_A_ROW + 1)),
    *(f"phone{n}" for n in range(1, PHONES_IN_A_ROW + 1)),
    *("vehicle", "premises", "advert", "organisation"),
)
_THING = r"((?:person|phone)\s?[0-9]|vehicle|premises|advert|organisation)"
_LINK = re.compile(rf"{_THING}\s+(\S.*?)\s+{_THING}", re.IGNORECASE)
_RELATIONS = {fold(relation.value): relation for relation in SAYABLE}
_EXAMPLE = "Write two things of this row and what joins them, such as person1 uses phone1."


def links(reading: Reading, mentioned: Mapping[str, MentionDraft]) -> tuple[LinkDraft, ...]:
    """The links in the row, each once, in the order written."""
    if (cell := reading.fact("links")) is None:
        return ()
    places = {name: place for place, name in enumerate(mentioned)}
    found = (_link(reading, text, mentioned, places) for text in codes.split(cell))
    return tuple(dict.fromkeys(link for link in found if link is not None))


def _link(
    reading: Reading, text: str, mentioned: Mapping[str, MentionDraft], places: Mapping[str, int]
) -> LinkDraft | None:
    """A link, or None where it cannot be one; then it is said why."""
    written = _LINK.fullmatch(text)
    if not written:
        reading.problem("links", "link", f"{shown(text)} is not a link. {_EXAMPLE}")
        return None
    source, target = (fold(written[at]) for at in (1, 3))
    relation = _RELATIONS.get(fold(written[2]))
    faults = tuple(_faults(reading, (source, relation, target), written[2], mentioned))
    for code, sentence in faults:
        reading.problem("links", code, sentence)
    if faults or relation is None or source not in places or target not in places:
        return None
    return LinkDraft(places[source], relation, places[target])


def _faults(
    reading: Reading, link: tuple[str, Relation | None, str], words: str, mentioned: Mapping[str, MentionDraft]
) -> Iterator[tuple[str, str]]:
    """What is wrong with a link, as code and sentence."""
    source, relation, target = link
    if relation is None:
        yield "code", f"{shown(words)} does not say how two things are linked. Write {codes.alternatives(SAYABLE)}."
    if source == target:
        yield "link", f"{source} is linked with itself. Write two different things."
    for thing in dict.fromkeys((source, target)):
        if thing not in _THINGS:
            yield "link", f"a row has no {thing}. Write {codes.alternatives(_THINGS)}."
        elif thing not in mentioned and not _written(reading, thing):
            yield "link", f"this row has no {thing}. Fill in its columns, or take the link out."
    if relation is not None and source in mentioned and target in mentioned:
        yield from _misfits(relation, (source, mentioned[source].kind), (target, mentioned[target].kind))


def _misfits(
    relation: Relation, source: tuple[str, MentionKind], target: tuple[str, MentionKind]
) -> Iterator[tuple[str, str]]:
    """Things of a kind that the relation does not join."""
    for (name, kind), kinds, side in zip((source, target), JOINS[relation], ("before", "after"), strict=True):
        if kind not in kinds:
            offer = codes.alternatives(tuple(one.value for one in MentionKind if one in kinds))
            yield "link", f"{name} cannot stand {side} {relation.value}. Write {offer} there."


def _written(reading: Reading, thing: str) -> bool:
    """Whether something stands in the thing's columns, so that what is wrong with it is said there."""
    return any(name == thing or name.startswith(f"{thing}_") for name in reading.cells)


def route(reading: Reading) -> tuple[str, ...]:
    """The countries on the way, as ISO 3166 codes; one that is named twice in a row is one stop."""
    if (cell := reading.fact("route")) is None:
        return ()
    stops: list[str] = []
    for word in codes.split(cell):
        if (code := countries.code(word)) is None:
            mend = "Write its name or its code, such as Romania or RO."
            reading.problem("route", "route", f"{shown(word)} is no country we know. {mend}")
        elif stops[-1:] != [code]:
            stops.append(code)
    return tuple(stops)
