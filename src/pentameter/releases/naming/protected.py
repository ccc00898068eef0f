"""Everyone who must not be named in public, gathered for one check and let go of after it.

They are all who have a case, whether or not a clock still runs, and all whom a report calls a victim or a possible one.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pentameter.decisions.api import Passages, Solid, Subject
from pentameter.entities.api import named_victims
from pentameter.releases.naming.disguises import Undone
from pentameter.victims.api import NamedPerson, named_people

_FEWEST = 6
"""Letters and figures of a document or an address from which on it is sought."""
_NOT_TELLING = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Protected:
    """Those who must not be named. `whole`: all of them could be read; if not, nobody can be ruled out."""

    passages: Passages
    marks: frozenset[str]
    whole: bool

    def named_in(self, text: str, undone: Undone) -> bool:
        """Whether a text says who or where one of them is. Asks every question, whatever the first answers."""
        plain = _NOT_TELLING.sub("", text).casefold()
        found = [self.passages.named_in(one) for one in undone.readings]
        found += [self.passages.named_solid(Solid(one, whole=False)) for one in sorted(undone.runs)]
        found += [self.passages.named_solid(Solid(one, whole=True)) for one in sorted(undone.whole)]
        return any([*found, sum(one in plain for one in self.marks)])


def protected() -> Protected:
    """Everyone, as of now."""
    cases, reported = named_people(), named_victims()
    subjects = [one for person in cases.people for one in _of_case(person)]
    subjects += [Subject(id="", name=name) for name in reported.names]
    marks = frozenset(mark for person in cases.people for mark in _marks(person))
    return Protected(Passages(subjects, ordinary=ordinary()), marks, not cases.unreadable and reported.whole)


def _of_case(person: NamedPerson) -> Iterator[Subject]:
    said = person.identity
    if said.given.strip() or said.surname.strip():
        yield Subject(id="", given=said.given, surname=said.surname)
    for name in (said.name, *said.other_names):
        if name.strip():
            yield Subject(id="", name=name)


def _marks(person: NamedPerson) -> Iterator[str]:
    """Her documents, and the lines of where she is, without spaces."""
    for said in (*person.identity.documents, *re.split(r"[\n,;]", person.where)):
        mark = _NOT_TELLING.sub("", said).casefold()
        if len(mark) >= _FEWEST and any(one.isdigit() for one in mark):
            yield mark


@cache
def ordinary() -> frozenset[str]:
    """Words that are names and ordinary words: alone they name nobody."""
    text = (files(__package__) / "data" / "ordinary_words.csv").read_text(encoding="utf-8")
    return frozenset(row["word"] for row in csv.DictReader(text.splitlines()))
