"""The words from which the demo operation is put together, one table a file."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

ANY = "*"


@dataclass(frozen=True, slots=True)
class Nationality:
    """A nationality met in the demo; `weight` is how often."""

    code: str
    adjective: str
    language: str
    country: str
    weight: int


@dataclass(frozen=True, slots=True)
class Word:
    """A given name or surname: as it is spelt at home, then as others spell it."""

    nationality: str
    sex: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Town:
    """A real town, with a postcode district (or Eircode routing key) that nobody has, as far as is known."""

    agency: str
    area: str
    name: str
    postcode: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report with the codes that it stands for; `needs` is what the report must mention."""

    part: str
    themes: tuple[str, ...]
    needs: str
    act: str
    means: str
    indicators: tuple[str, ...]
    text: str

    def fits(self, theme: str) -> bool:
        """Whether it may stand in a report of this theme."""
        return ANY in self.themes or theme in self.themes


@dataclass(frozen=True, slots=True)
class Business:
    """An invented business."""

    theme: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Participant:
    """How an agency takes part: its level in each wave ("" = not at all), its plan, and how it sends returns."""

    agency: str
    levels: tuple[str, str]
    returns: tuple[str, str]
    plan: str


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (resources.files(__name__) / f"{name}.csv").open(encoding="utf-8") as stream:
        yield from csv.DictReader(stream)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


@cache
def nationalities() -> dict[str, Nationality]:
    """By code."""
    return {
        row["nationality"]: Nationality(
            row["nationality"], row["adjective"], row["language"], row["country"], int(row["weight"])
        )
        for row in _rows("nationalities")
    }


def _words(table: str) -> tuple[Word, ...]:
    return tuple(Word(row["nationality"], row["sex"], tuple(row["spellings"].split("|"))) for row in _rows(table))


@cache
def given_names(nationality: str, sex: str) -> tuple[Word, ...]:
    """Those that a person of this nationality and sex may bear."""
    return tuple(word for word in _words("given_names") if word.nationality == nationality and word.sex == sex)


@cache
def surnames(nationality: str, sex: str) -> tuple[Word, ...]:
    """Those that a person of this nationality and sex may bear."""
    return tuple(word for word in _words("surnames") if word.nationality == nationality and word.sex in {sex, "any"})


@cache
def towns() -> tuple[Town, ...]:
    """All of them."""
    return tuple(Town(row["agency"], row["area"], row["town"], row["postcode"]) for row in _rows("towns"))


@cache
def streets() -> tuple[str, ...]:
    """Streets that do not exist."""
    return tuple(row["street"] for row in _rows("streets"))


@cache
def businesses() -> tuple[Business, ...]:
    """All of them."""
    return tuple(Business(row["theme"], row["kind"], row["name"]) for row in _rows("businesses"))


@cache
def sentences(part: str, theme: str) -> tuple[Sentence, ...]:
    """Those that may open, carry, fill or close a report of this theme."""
    made = (
        Sentence(
            row["part"],
            _several(row["themes"]),
            row["needs"],
            row["act"],
            row["means"],
            _several(row["indicators"]),
            row["text"],
        )
        for row in _rows("sentences")
    )
    return tuple(sentence for sentence in made if sentence.part == part and sentence.fits(theme))


@cache
def participants() -> tuple[Participant, ...]:
    """Who takes part in the demo operation."""
    return tuple(
        Participant(row["agency"], (row["level_1"], row["level_2"]), (row["returns_1"], row["returns_2"]), row["plan"])
        for row in _rows("participants")
    )
