"""By what a mention can be found, what is asked for, and whether an opened mention is meant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from pentameter.entities.rules.numbers import compact, dialled, parts_of_phone, rare_runs, runs
from pentameter.entities.rules.spelling import name_words, sound
from pentameter.kernel.names.tables import other_forms


class What(StrEnum):
    """A kind of key: a word of a name, how one sounds, a run of a phone's digits, a run of a code's signs."""

    NAME = "name"
    SOUND = "sound"
    PHONE = "phone"
    CODE = "code"


Key = tuple[What, str]

NAMES = {"person": ("name",), "organisation": ("name",), "premises": ("address",), "advert": ("site",)}
CODES = {"person": ("document",), "vehicle": ("registration",), "premises": ("postcode",), "advert": ("reference",)}
MOST_FORMS = 60
"""Other forms of one word that are looked up with it: more than any name of the table has."""
_CALLED = {"site": "website", "reference": "advert reference"}


class Rank(IntEnum):
    """How well a mention answers. The lowest comes first."""

    WHOLE = 0
    NAME = 1
    FORM = 2
    PART = 3
    SOUND = 4


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for among mentions: words of a name, parts of a phone in every way they can be meant, a code."""

    words: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    code: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """What of a mention answers, and how well: `fact` names the value, `what` says it in words."""

    rank: Rank
    fact: str
    what: str


def question(asked: str, words: frozenset[str]) -> Question:
    """What was typed, as a question to mentions. `words` are those that have to be there."""
    names = frozenset(word for word in words if len(word) > 1)
    return Question(names, parts_of_phone(asked), compact(asked))


def find_keys(kind: str, values: Mapping[str, str]) -> frozenset[Key]:
    """The keys under which a mention can be found."""
    found: set[Key] = set()
    for fact in NAMES.get(kind, ()):
        for word in name_words(values.get(fact, "")):
            found |= keys_of_word(word)
    for fact in CODES.get(kind, ()):
        found |= {(What.CODE, run) for run in runs(compact(values.get(fact, "")))}
    if kind == "phone":
        found |= {(What.PHONE, run) for run in runs(dialled(values.get("number", "")))}
    return frozenset(found)


def keys_of_word(word: str) -> frozenset[Key]:
    """A word of a name as it is written and as it sounds."""
    heard = sound(word)
    return frozenset({(What.NAME, word), (What.SOUND, heard)} if heard else {(What.NAME, word)})


def forms_of(word: str) -> tuple[str, ...]:
    """Other forms in which the name may have been told: Liz for Elizabeth. At most so many, in their order."""
    return tuple(sorted(one for one in other_forms().get(word, ()) if len(one) > 1)[:MOST_FORMS])


def keys_of_part(what: What, part: str) -> tuple[Key, ...]:
    """The keys that all have to be there for a part of a number."""
    return tuple((what, run) for run in rare_runs(part))


def matches(asked: Question, kind: str, values: Mapping[str, str]) -> Match | None:
    """The best answer that an opened mention gives, if it gives any."""
    found = [*_by_number(asked, kind, values), *_by_name(asked, kind, values)]
    return min(found, key=lambda one: one.rank, default=None)


def _by_number(asked: Question, kind: str, values: Mapping[str, str]) -> Iterator[Match]:
    for fact in CODES.get(kind, ()) if asked.code else ():
        held = compact(values.get(fact, ""))
        if asked.code == held:
            yield Match(Rank.WHOLE, fact, f"the {_called(fact)}")
        elif len(asked.code) >= min(4, len(held)) and asked.code in held:
            yield Match(Rank.PART, fact, f"part of the {_called(fact)}")
    if kind == "phone" and asked.phones:
        held = dialled(values.get("number", ""))
        if asked.phones & {held, held.removeprefix("0")}:
            yield Match(Rank.WHOLE, "number", "the phone")
        elif any(part in held for part in asked.phones):
            yield Match(Rank.PART, "number", "part of the phone")


def _by_name(asked: Question, kind: str, values: Mapping[str, str]) -> Iterator[Match]:
    for fact in NAMES.get(kind, ()) if asked.words else ():
        words = name_words(values.get(fact, ""))
        if asked.words <= words:
            yield Match(Rank.NAME, fact, f"the {_called(fact)}")
        elif kind == "person" and all(word in words or _told_as(word, words) for word in asked.words):
            yield Match(Rank.FORM, fact, f"another form of the {_called(fact)}")
        elif all(_alike(word, words, kind) for word in asked.words):
            yield Match(Rank.SOUND, fact, f"sounds like the {_called(fact)}")


def _alike(word: str, words: frozenset[str], kind: str) -> bool:
    return word in words or _heard(word, words) or (kind == "person" and _told_as(word, words))


def _told_as(word: str, words: frozenset[str]) -> bool:
    """Whether one of the words is another form of this one: of given names, which people alone have."""
    return not words.isdisjoint(forms_of(word))


def _heard(word: str, words: frozenset[str]) -> bool:
    heard = sound(word)
    return bool(heard) and any(heard == sound(one) for one in words)


def _called(fact: str) -> str:
    return _CALLED.get(fact, fact)
