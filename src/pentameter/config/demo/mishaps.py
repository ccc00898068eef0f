"""What happens to a person's name and facts on the way into a removal list. Each mishap is one honest fault."""

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from random import Random

from pentameter.config.demo.people import Person, unmarked

_CYRILLIC = (
    *(("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("iu", "ю")),
    *(("ya", "я"), ("ia", "я"), ("ye", "е"), ("yi", "ї"), ("a", "а"), ("b", "б"), ("v", "в"), ("g", "г"), ("d", "д")),
    *(("e", "е"), ("z", "з"), ("i", "и"), ("y", "й"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о")),
    *(("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"), ("h", "г"), ("x", "кс"), ("w", "в")),
    *(("j", "й"), ("c", "к")),
)
WRITES_CYRILLIC = frozenset({"BG", "RU", "UA"})
_HAND = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Told:
    """A line's cells before they are written; `year`, `month` and `day` are figures, not always of a real day."""

    given: str
    surname: str
    year: int
    month: int
    day: int
    sex: str
    nationality: str
    document: str
    has_birth: bool = True

    @property
    def dob(self) -> str:
        """As the list writes it."""
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}" if self.has_birth else ""


Mishap = Callable[[Told, Person, Random], Told | None]
"""The line with the fault in it; None where this person's line cannot have it."""


def told(person: Person, *, document: bool) -> Told:
    """The person without a fault."""
    born = person.born
    given, family = person.given.spellings[0], person.family.spellings[0]
    number = person.document if document else ""
    return Told(given, family, born.year, born.month, born.day, person.sex, person.nationality, number)


def _order(line: Told, person: Person, rng: Random) -> Told:
    return replace(line, given=line.surname, surname=line.given)


def _one_cell(line: Told, person: Person, rng: Random) -> Told | None:
    return replace(line, given=f"{line.surname.upper()}, {line.given}", surname="") if line.surname else None


def _spelling(line: Told, person: Person, rng: Random) -> Told | None:
    given, family = rng.choice(person.given.spellings), rng.choice(person.family.spellings)
    found = _renamed(line, person, given, family)
    return found if found != line else None


def _renamed(line: Told, person: Person, given: str, family: str) -> Told:
    """The line with other spellings, wherever it has the usual ones."""
    usual = {person.given.spellings[0]: given, person.family.spellings[0]: family}
    return replace(line, given=usual.get(line.given, line.given), surname=usual.get(line.surname, line.surname))


def _marks_lost(line: Told, person: Person, rng: Random) -> Told | None:
    found = replace(line, given=unmarked(line.given), surname=unmarked(line.surname))
    return found if found != line else None


def _script(line: Told, person: Person, rng: Random) -> Told | None:
    if person.nationality not in WRITES_CYRILLIC:
        return None
    return replace(line, given=cyrillic(line.given), surname=cyrillic(line.surname))


def cyrillic(name: str) -> str:
    """A name in Cyrillic letters, roughly as it would be written at home."""
    name = name.lower()
    for latin, letter in _CYRILLIC:
        name = name.replace(latin, letter)
    return name.title()


def _short_name(line: Told, person: Person, rng: Random) -> Told | None:
    short = short_names().get(person.given.spellings[0])
    return _renamed(line, person, short, person.family.spellings[0]) if short else None


@cache
def short_names() -> dict[str, str]:
    """What people of the demo operation are called for short."""
    text = (resources.files(__package__) / "short_names.csv").read_text(encoding="utf-8")
    return {row["name"]: row["short"] for row in csv.DictReader(text.splitlines())}


def _typing(line: Told, person: Person, rng: Random) -> Told | None:
    if rng.random() < 0.5:
        return replace(line, given=slip(line.given, rng)) if len(line.given) > 3 else None
    return replace(line, surname=slip(line.surname, rng)) if len(line.surname) > 3 else None


def slip(word: str, rng: Random) -> str:
    """One slip of the hand: a letter lost, doubled, put in, exchanged with the next or replaced."""
    at = rng.randrange(1, len(word) - 1)
    lost, doubled = word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]
    exchanged = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    other = rng.choice(_HAND)
    return rng.choice((lost, doubled, exchanged, word[:at] + other + word[at + 1 :], word[:at] + other + word[at:]))


def _first_of_january(line: Told, person: Person, rng: Random) -> Told | None:
    return replace(line, month=1, day=1) if line.has_birth else None


def _swapped(line: Told, person: Person, rng: Random) -> Told | None:
    return replace(line, month=line.day, day=line.month) if line.has_birth and line.day <= 12 else None


def _year_off(line: Told, person: Person, rng: Random) -> Told | None:
    return replace(line, year=line.year + rng.choice((-2, -1, 1, 2))) if line.has_birth else None


def _no_birth(line: Told, person: Person, rng: Random) -> Told | None:
    return replace(line, has_birth=False) if line.surname else None


def _no_surname(line: Told, person: Person, rng: Random) -> Told | None:
    return replace(line, surname="") if line.has_birth else None


def _no_sex(line: Told, person: Person, rng: Random) -> Told:
    return replace(line, sex="")


def _no_nationality(line: Told, person: Person, rng: Random) -> Told:
    return replace(line, nationality="")


def _number(line: Told, person: Person, rng: Random) -> Told | None:
    if not line.document:
        return None
    at = rng.randrange(2, len(line.document))
    return replace(line, document=line.document[:at] + str(rng.randrange(10)) + line.document[at + 1 :])


MISHAPS: dict[str, Mishap] = {
    "names in another order": _order,
    "the whole name in one cell": _one_cell,
    "another spelling": _spelling,
    "marks lost": _marks_lost,
    "another script": _script,
    "short name": _short_name,
    "slip in a name": _typing,
    "first of January": _first_of_january,
    "day and month swapped": _swapped,
    "year wrong by up to two": _year_off,
    "no date of birth": _no_birth,
    "no surname": _no_surname,
    "no sex": _no_sex,
    "no nationality": _no_nationality,
    "slip in the document number": _number,
}
"""By the words for them."""
