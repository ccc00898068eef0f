"""Finding the few protected people whom a line could be, without comparing it with all.

Nobody is left out who could reach the threshold: without a word of the name that is found here, without the document
number and without the very date of birth, the points do not suffice (a test compares with all pairs).
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from pentameter.decisions.matching import names, weights
from pentameter.decisions.matching.births import Birth
from pentameter.decisions.matching.documents import Numbers
from pentameter.decisions.matching.evidence import Known, beside
from pentameter.decisions.matching.tokens import FINDABLE, Grade, Token, grade

_Keys = defaultdict[Hashable, list[int]]
_LONG = 6
_SHORTEST_PREFIX = 3


def deletions(word: str, most: int) -> frozenset[str]:
    """The word with up to `most` letters left out. Two words that are `most` slips apart have one of these in common."""
    found, last = {word}, {word}
    for _ in range(most):
        last = {one[:at] + one[at + 1 :] for one in last for at in range(len(one))}
        found |= last
    return frozenset(found)


def keys_of(word: Token) -> Iterator[Hashable]:
    """What two words have in common if one can stand for the other."""
    if word.skeleton:
        yield "skeleton", word.skeleton
    if word.vowelless:
        return
    yield from (("coarse", one) for one in word.coarse)
    yield from (("group", number) for number in word.groups)
    yield "stem", word.stem
    yield from (("letters", one) for one in deletions(word.text, 2 if len(word.text) > _LONG else 1))
    yield from (("sound", one) for one in deletions(word.fine, 2 if len(word.fine) > _LONG else 1))


class Vocabulary:
    """The words of all names, and which of them a word of a line can stand for."""

    def __init__(self, words: Iterable[Token]) -> None:
        self._words: Sequence[Token] = sorted(set(words), key=lambda word: (word.text, word.vowelless))
        self._by_key: _Keys = defaultdict(list)
        self._by_beginning: dict[str, list[int]] = defaultdict(list)
        self._by_text: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self._words):
            self._by_text[word.text].append(number)
            for key in keys_of(word):
                self._by_key[key].append(number)
            for length in range(_SHORTEST_PREFIX, len(word.text)):
                self._by_beginning[word.text[:length]].append(number)
        self._found: dict[Token, tuple[tuple[Token, float], ...]] = {}

    def like(self, word: Token) -> tuple[tuple[Token, float], ...]:
        """Every word that this one can stand for, with the points of it."""
        if word not in self._found:
            self._found[word] = tuple(self._like(word))
        return self._found[word]

    def _like(self, word: Token) -> Iterator[tuple[Token, float]]:
        near = set(self._by_beginning.get(word.text, ()))
        for key in keys_of(word):
            near.update(self._by_key.get(key, ()))
        for length in range(_SHORTEST_PREFIX, len(word.text)):
            near.update(self._by_text.get(word.text[:length], ()))
        for number in sorted(near):
            other = self._words[number]
            found = grade(word, other)
            if found in FINDABLE:
                yield other, names.worth(word, other) * weights.OF_A_WORD[found]


class Index:
    """The protected people, found by words of their names, document numbers and dates of birth."""

    def __init__(self, people: Sequence[Known]) -> None:
        self._people = people
        self._vocabulary = Vocabulary(word for person in people for word in person.name.tokens)
        self._by_word: dict[Token, list[int]] = defaultdict(list)
        self._by_birth: dict[Birth | None, list[int]] = defaultdict(list)
        self._by_document: dict[str, list[int]] = defaultdict(list)
        for number, person in enumerate(people):
            for word in person.name.tokens:
                self._by_word[word].append(number)
            self._by_birth[person.born].append(number)
            if person.document:
                for key in deletions(person.document, 1):
                    self._by_document[key].append(number)

    def candidates(self, line: Known, enough: float = weights.ENOUGH) -> list[int]:
        """The numbers of the people with whom the line could reach `enough` points, in their order."""
        found = set(self._by_birth.get(line.born, ())) if line.born else set()
        if line.document:
            for key in deletions(line.document, 1):
                found.update(self._by_document.get(key, ()))
        spare = weights.WORD * weights.OF_A_WORD[Grade.INITIAL] * line.name.length
        spare += weights.OF_DOCUMENT[Numbers.TWO_SLIPS] if line.document else 0.0
        needed = enough - spare
        people = self._people
        found.update(
            number for number, most in self._by_name(line).items() if most + beside(line, people[number]) >= needed
        )
        return sorted(found)

    def _by_name(self, line: Known) -> dict[int, float]:
        """For everyone with a word of the line's name the most points that the names can bring."""
        most: dict[int, float] = defaultdict(float)
        for word in line.name.tokens:
            for other, points in self._vocabulary.like(word):
                for number in self._by_word[other]:
                    most[number] += points
        return most
