"""Removal lists of invented people with the truth beside them: what the screening is measured on.

Protected people, lines that are the same people with one to three mishaps, and lines of others: strangers from the same
countries, relatives of protected people, and namesakes born on another day.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from pentameter.config.demo import pool
from pentameter.config.demo.chance import chance
from pentameter.config.demo.mishaps import MISHAPS, Told, told
from pentameter.config.demo.people import Person, invent
from pentameter.config.demo.reference import REFERENCE_DAY

_AGES = (16, 45)
_WITH_DOCUMENT = 0.3
_RELATIVES = 0.1
_NAMESAKES = 0.02


@dataclass(frozen=True, slots=True)
class Line:
    """A line, whose it is ("" for nobody protected), and what happened to it."""

    id: str
    told: Told
    person: str
    mishaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """How many protected people, how many lines of them, and how many of others, also with mishaps if `spoilt`."""

    people: int = 20_000
    protected: int = 5_000
    others: int = 5_000
    spoilt: bool = False


def make(seed: int, size: Size, today: date = REFERENCE_DAY) -> tuple[list[Person], list[Line]]:
    """The protected people and the list, its lines in no order."""
    rng = chance(seed, "removal lists")
    people = [a_person(number, rng, today) for number in range(size.people)]
    lines = [_line(f"L{number:06d}", person, rng) for number, person in enumerate(rng.sample(people, size.protected))]
    for number in range(size.protected, size.protected + size.others):
        other = _other(number + size.people, people, rng, today)
        lines.append(replace(_line(f"L{number:06d}", other, rng, spoilt=size.spoilt), person=""))
    rng.shuffle(lines)
    return people, lines


def a_person(serial: int, rng: Random, today: date) -> Person:
    """Somebody of an age at which people are removed, from the countries of the demo."""
    known = pool.nationalities()
    nationality = rng.choices(list(known), [one.weight for one in known.values()])[0]
    return invent(serial, rng, nationality=nationality, today=today, sex=rng.choice(("female", "male")), ages=_AGES)


def _other(serial: int, people: list[Person], rng: Random, today: date) -> Person:
    """Nobody protected: a stranger, a relative with the same surname, or a namesake born on another day."""
    stranger = a_person(serial, rng, today)
    kind = rng.random()
    if kind > _RELATIVES + _NAMESAKES:
        return stranger
    like = rng.choice(people)
    relative = invent(serial, rng, nationality=like.nationality, today=today, sex=like.sex, ages=_AGES)
    if kind < _RELATIVES:
        return replace(relative, family=like.family)
    apart = timedelta(days=rng.choice((-1, 1)) * rng.randint(1500, 6000))
    return replace(relative, given=like.given, family=like.family, born=like.born + apart)


def _line(identifier: str, person: Person, rng: Random, *, spoilt: bool = True) -> Line:
    line = told(person, document=rng.random() < _WITH_DOCUMENT)
    happened: list[str] = []
    wanted = rng.randint(1, 3) if spoilt else 0
    for name in rng.sample(sorted(MISHAPS), len(MISHAPS)):
        if len(happened) == wanted:
            break
        if (changed := MISHAPS[name](line, person, rng)) is not None:
            line = changed
            happened.append(name)
    return Line(identifier, line, person.id, tuple(happened))


def columns(identifier: str, line: Told) -> dict[str, str]:
    """A line as it stands in a file."""
    return {
        "id": identifier,
        "given_name": line.given,
        "surname": line.surname,
        "dob": line.dob,
        "sex": line.sex,
        "nationality": line.nationality,
        "doc_no": line.document,
    }


def rows(people: list[Person]) -> Iterator[dict[str, str]]:
    """The protected people as they stand in a file."""
    for person in people:
        yield columns(person.id, told(person, document=True))
