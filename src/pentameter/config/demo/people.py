"""Invented people, and how one and the same person stands in different agencies' reports."""

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from pentameter.config.demo import pool

FAMOUS = frozenset(
    {
        ("rory", "gallagher"),
        ("patrick", "gallagher"),
        ("marian", "munteanu"),
        ("joao paulo", "figueiredo"),
        ("deming", "chen"),
        ("jianguo", "jiang"),
        ("zhiqiang", "guo"),
        ("haifeng", "xu"),
        ("guohua", "lin"),
        ("van hung", "nguyen"),
        ("van thang", "nguyen"),
        ("minh tuan", "nguyen"),
        ("minh tuan", "duong"),
        ("thi ngoc", "tran"),
        ("andrii", "shevchuk"),
        ("oksana", "shevchuk"),
    }
)
"""Combinations that are somebody's: public figures, and people who really were trafficked. They are never made."""

_STROKES = str.maketrans("đĐłŁ", "dDlL")
FAMILY_FIRST = frozenset({"CN", "VN"})
_WORKING_NAMES = ("Lily", "Nikki", "Mia", "Rosa", "Sasha", "Coco", "Jenny", "Tina", "Bella", "Suzi")


class NameOrder(StrEnum):
    """How an agency writes names."""

    GIVEN_FIRST = "given_first"
    FAMILY_COMMA = "family_comma"


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person: who she is, whatever the reports say."""

    id: str
    nationality: str
    sex: str
    given: pool.Word
    family: pool.Word
    born: date
    document: str
    working_name: str = ""

    @property
    def pronoun(self) -> str:
        """Of the person, as a subject."""
        return "she" if self.sex == "female" else "he"

    @property
    def possessive(self) -> str:
        """Of the person, before a thing."""
        return "her" if self.sex == "female" else "his"


@dataclass(frozen=True, slots=True)
class Wording:
    """A person as one report has it. `born` is a date, a year, or nothing."""

    name: str
    sex: str
    born: date | int | None
    nationality: str
    document: str


def unmarked(name: str) -> str:
    """A name whose letters have lost their marks, as a plain keyboard writes it."""
    decomposed = unicodedata.normalize("NFD", name.translate(_STROKES))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def is_famous(given: str, family: str) -> bool:
    """Whether the two together are the name of somebody who is known."""
    return (unmarked(given).lower(), unmarked(family).lower()) in FAMOUS


def invent(serial: int, rng: Random, *, nationality: str, today: date, sex: str, ages: tuple[int, int]) -> Person:
    """A person who does not exist, of an age within `ages` today."""
    while True:
        given = rng.choice(pool.given_names(nationality, sex))
        family = rng.choice(pool.surnames(nationality, sex))
        if not any(is_famous(one, other) for one in given.spellings for other in family.spellings):
            break
    born = today - timedelta(days=rng.randint(ages[0] * 366, ages[1] * 365))
    alias = rng.choice(_WORKING_NAMES) if sex == "female" and rng.random() < 0.2 else ""
    return Person(f"P{serial:06d}", nationality, sex, given, family, born, f"DM{rng.randrange(10**7):07d}", alias)


def as_told(person: Person, rng: Random, order: NameOrder) -> Wording:
    """The person as one report has it: another spelling, another order, a year instead of a date, or a mistake."""
    return Wording(
        name=_name(person, rng, order),
        sex=person.sex if rng.random() < 0.94 else "unknown",
        born=_born(person.born, rng),
        nationality=person.nationality if rng.random() < 0.85 else "",
        document=person.document if rng.random() < 0.18 else "",
    )


def _name(person: Person, rng: Random, order: NameOrder) -> str:
    if person.working_name and rng.random() < 0.15:
        return person.working_name
    given, family = _spelt(person.given, rng), _spelt(person.family, rng)
    if rng.random() < 0.05:
        given = _slip(given, rng)
    if rng.random() < 0.06:
        return given
    if order is NameOrder.FAMILY_COMMA:
        return f"{family.upper()}, {given}"
    swapped = rng.random() < (0.6 if person.nationality in FAMILY_FIRST else 0.07)
    return f"{family} {given}" if swapped else f"{given} {family}"


def _spelt(word: pool.Word, rng: Random) -> str:
    return word.spellings[0] if rng.random() < 0.6 else rng.choice(word.spellings)


def _slip(name: str, rng: Random) -> str:
    """A slip of the ear or hand: a letter lost, doubled or exchanged with the next."""
    at = rng.randrange(1, max(2, len(name) - 1))
    kind = rng.randrange(3)
    if kind == 0:
        return name[:at] + name[at + 1 :]
    if kind == 1:
        return name[:at] + name[at] + name[at:]
    return name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]


def _born(day: date, rng: Random) -> date | int | None:
    chance = rng.random()
    if chance < 0.26:
        return None
    if chance < 0.38:
        return day.year
    if chance < 0.43:
        return date(day.year + rng.choice((-10, -1, 1)), day.month, min(day.day, 28))
    if chance < 0.47 and day.day <= 12:
        return date(day.year, day.day, day.month)
    return day
