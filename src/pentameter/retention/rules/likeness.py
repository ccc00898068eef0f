"""Whether a report may name somebody who is protected. Doubt is a yes: the report is then retained."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pentameter.intelligence.intake.normalise.words import plain_words

ENOUGH = 2
"""Words of a name that two people have to share, where both have so many."""
_MAY_BE_VICTIMS = frozenset({"victim", "possible_victim", ""})


@dataclass(frozen=True, slots=True)
class Told:
    """By what somebody may be known: words of their names, dates of birth, telephones, documents."""

    words: frozenset[str] = frozenset()
    births: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()


def told(names: Iterable[str], births: Iterable[str], marks: Iterable[str]) -> Told:
    """The same, brought into plain letters and figures."""
    words = frozenset(word for name in names for word in plain_words(name) if len(word) > 1)
    return Told(words, frozenset(filter(None, births)), frozenset(filter(None, map(_mark, marks))))


def told_in_report(kind: str, values: Mapping[str, str]) -> Told:
    """What a mention says of somebody."""
    numbers = (values.get("number", ""), values.get("document", ""))
    return told([values.get("name", "") if kind == "person" else ""], [values.get("dob", "")], numbers)


def is_nameless_victim(kind: str, values: Mapping[str, str]) -> bool:
    """Whether somebody is mentioned who may be a victim and of whom no name is known."""
    return kind == "person" and values.get("role", "") in _MAY_BE_VICTIMS and not told_in_report(kind, values).words


def may_be(one: Told, other: Told) -> bool:
    """Whether the two may be one person."""
    shared = len(one.words & other.words)
    needed = min(ENOUGH, len(one.words), len(other.words))
    return bool(one.marks & other.marks or one.births & other.births or (needed and shared >= needed))


def _mark(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())[-9:]
