"""Finding the few protected people whom a line could be, without comparing it with all.

Nobody is left out who could reach the threshold: without a word of the name that is found here, without the document
number and without the very date of birth, the points do not suffice (a test compares with all pairs).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pentameter.decisions.matching import names, weights
from pentameter.decisions.matching.births import Birth
from pentameter.decisions.matching.documents import Numbers
from pentameter.decisions.matching.evidence import Known, beside
from pentameter.decisions.matching.tokens import FINDABLE, Grade, Token, deletions, grade

_LONG = 6
_SHORTEST_PREFIX = 3
_INITIAL = weights.SHORT_WORDS[1] * weights.OF_A_WORD[Grade.INITIAL]


def keys_of(word: Token, joined: bool = False) -> Iterator[str]:
    """What two words have in common if one can stand for the other; less is asked of two words read as one."""
    if word.skeleton:
        yield f"skeleton {word.skeleton}"
    if word.vowelless:
        return
    yield from (f"coarse {one}" for one in word.coarse)
    yield from (f"group {number}" for number in word.groups)
    yield f"stem {word.stem}"
    yield from deletions(word.text, 2 if len(word.text) > _LONG and not joined else 1)
    if joined:
        yield f"+{word.fine}"
    else:
        yield from (f"+{one}" for one in deletions(word.fine, 2 if len(word.fine) > _LONG else 1))


_MOST_BESIDE = max(weights.OF_BIRTH.values()) + weights.SAME_NATIONALITY + weights.SAME_SEX


class Vocabulary:
    """The words of all names, and which of them a word of a line can stand for."""

    def __init__(self, words: Iterable[Token], joined: Iterable[Token]) -> None:
        singles = sorted(set(words), key=_order)
        self._words = (*singles, *sorted(set(joined).difference(singles), key=_order))
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_beginning: dict[str, list[int]] = defaultdict(list)
        self._by_text: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self._words):
            self._by_text[word.text].append(number)
            for key in keys_of(word, joined=number >= len(singles)):
                self._by_key[key].append(number)
        for number, word in enumerate(singles):
            for length in range(_SHORTEST_PREFIX, len(word.text)):
                self._by_beginning[word.text[:length]].append(number)
        self._found: dict[Token, tuple[tuple[Token, float], ...]] = {}

    def like(self, word: Token, joined: bool = False) -> tuple[tuple[Token, float], ...]:
        """Every word that this one can stand for, with the points of it."""
        if word not in self._found:
            self._found[word] = tuple(self._like(word, joined))
        return self._found[word]

    def _like(self, word: Token, joined: bool) -> Iterator[tuple[Token, float]]:
        near: set[int] = set()
        for key in keys_of(word, joined):
            near.update(self._by_key.get(key, ()))
        if not joined:
            near.update(self._by_beginning.get(word.text, ()))
            for length in range(_SHORTEST_PREFIX, len(word.text)):
                near.update(self._by_text.get(word.text[:length], ()))
        for number in sorted(near):
            other = self._words[number]
            found = grade(word, other)
            if found in FINDABLE:
                yield other, names.worth(word, other) * weights.OF_A_WORD[found]


def _order(word: Token) -> tuple[str, bool]:
    return word.text, word.vowelless


class Index:
    """The protected people, found by words of their names, document numbers and dates of birth."""

    def __init__(self, people: Sequence[Known]) -> None:
        self._people = people
        self._vocabulary = Vocabulary(
            (word for person in people for word in person.name.tokens),
            (word for person in people for word in person.name.joined),
        )
        self._by_word: dict[Token, list[int]] = defaultdict(list)
        self._by_birth: dict[Birth | None, list[int]] = defaultdict(list)
        self._by_document: dict[str, list[int]] = defaultdict(list)
        self._initials: dict[int, float] = {}
        for number, person in enumerate(people):
            for word in person.name.tokens | person.name.joined:
                self._by_word[word].append(number)
            self._by_birth[person.born].append(number)
            if person.name.initials:
                self._initials[number] = _INITIAL * person.name.initials
            if person.document:
                for key in deletions(person.document, 1):
                    self._by_document[key].append(number)

    def candidates(self, line: Known, enough: float = weights.ENOUGH) -> list[int]:
        """The numbers of the people with whom the line could reach `enough` points, in their order."""
        found = set(self._by_birth.get(line.born, ())) if line.born else set()
        if line.document:
            for key in deletions(line.document, 1):
                found.update(self._by_document.get(key, ()))
        spare = weights.OF_DOCUMENT[Numbers.TWO_SLIPS] if line.document else 0.0
        needed = enough - spare - _INITIAL * line.name.initials
        people, hidden = self._people, self._initials
        for number, points in self._by_name(line).items():
            most = points + (hidden.get(number, 0.0) if hidden else 0.0)
            if most + _MOST_BESIDE >= needed and most + beside(line, people[number]) >= needed:
                found.add(number)
        return sorted(found)

    def _by_name(self, line: Known) -> dict[int, float]:
        """For everyone with a word of the line's name the most points that the names can bring."""
        most: dict[int, float] = defaultdict(float)
        for joined, words in ((False, line.name.tokens), (True, line.name.joined)):
            for word in words:
                for other, points in self._vocabulary.like(word, joined):
                    for number in self._by_word[other]:
                        most[number] += points
        return most
