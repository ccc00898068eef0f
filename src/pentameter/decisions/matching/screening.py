"""Answering the lines of a removal list. Every line is answered, and what cannot be told apart is "possibly held"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pentameter.decisions.matching import weights
from pentameter.decisions.matching.births import Likeness
from pentameter.decisions.matching.evidence import Evidence, Known, beside, evidence, known, points
from pentameter.decisions.matching.index import Index
from pentameter.decisions.matching.names import agreement
from pentameter.decisions.matching.subjects import Subject
from pentameter.kernel.names import letters

_ALL_BUT = 2.5
"""Of the little that a line tells, what need not agree for a person to be named to the desk."""

TOO_LITTLE = "too little is told to rule anyone out"
LETTERS_LOST = "letters of the name are lost"
UNREADABLE = "the line could not be read whole"


@dataclass(frozen=True, slots=True)
class Answer:
    """What immigration may know of a line: whether it is possibly held, always in this form. Nothing says how sure."""

    id: str
    held: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """What the duty desk knows of a line: whom it could be and why, the likeliest first, and what could not be read."""

    answer: Answer
    evidence: tuple[Evidence, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of the people whom the line could be, each once."""
        return tuple(dict.fromkeys(one.person for one in self.evidence))


class Screen:
    """The protected people, ready to be asked for. Holds no state but them: the same line gets the same answer."""

    def __init__(self, people: Iterable[Subject], enough: float = weights.ENOUGH) -> None:
        self._enough = enough
        self._people = [known(person) for person in people]
        self._index = Index(self._people)

    @property
    def thin(self) -> tuple[str, ...]:
        """People of whom so little is told that only a document number can find them. The desk must know of them."""
        return tuple(person.id for person in self._people if best(person) < self._enough)

    def answer(self, line: Subject) -> Answer:
        """Whether the line is possibly a protected person."""
        return self.explain(line).answer

    def explain(self, line: Subject) -> Explained:
        """The answer with its reasons, for the desk alone."""
        seen = known(line)
        reach = best(seen)
        enough = self._enough if reach >= self._enough else reach - _ALL_BUT
        near = (self._people[number] for number in self._index.candidates(seen, enough))
        found = sorted(
            (evidence(seen, person) for person in near if points(seen, person) >= enough),
            key=lambda one: (-one.points, one.person),
        )
        unsure = tuple(_unsure(line, seen, tells_enough=reach >= self._enough))
        return Explained(Answer(line.id, bool(found or unsure)), tuple(found), (*line.doubts, *unsure))


def best(subject: Known) -> float:
    """The points that a record surely reaches with one of the same person, document numbers left aside."""
    born = subject.born
    guessed = weights.OF_BIRTH[Likeness.SAME_YEAR] - weights.OF_BIRTH[Likeness.YEARS_OFF]
    less = guessed if born is not None and born.is_vague else 0.0
    return agreement(subject.name, subject.name).points + beside(subject, subject) - less


def _unsure(line: Subject, seen: Known, *, tells_enough: bool) -> Iterator[str]:
    """Why nobody can be ruled out, whatever was found."""
    if not line.is_whole:
        yield UNREADABLE
    elif not all(map(letters.is_whole, (line.name, line.given, line.surname))):
        yield LETTERS_LOST
    if not (seen.name.length and tells_enough):
        yield TOO_LITTLE
