"""Whether a passage of text names one of the people who must not be named. Pure, and unsure means yes.

A passage is given in readings: each a row of places, and at each place the words that may be meant there. Two words of
one person's name near each other name her, as far as they agree; so does a whole name, and her surname alone where it
is no ordinary word. A given name alone names too many people to say anything. `Solid` is what was written without
spaces between the words, or with spaces between the letters; there whole names are sought letter by letter.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from pentameter.decisions.matching import weights
from pentameter.decisions.matching.evidence import known
from pentameter.decisions.matching.index import Vocabulary
from pentameter.decisions.matching.names import Name, worth
from pentameter.decisions.matching.subjects import Subject
from pentameter.decisions.matching.tokens import Grade, Token, grade, token
from pentameter.kernel.names import letters, sounds, tables

Places = Sequence[Collection[str]]

NEAR = 6
"""So many words apart two words may still be one name."""
_LONE_SURNAME = 5
"""Letters from which on a surname alone names somebody."""
_SOLID = 8
"""Letters from which on a name is sought inside all letters of a text."""
_SOLID_IN_RUN = 6
"""The same, inside a run of letters."""
_MOST_ORDERED = 5
"""Words of a name of which every order is tried."""
_CLOSE = frozenset({Grade.SAME, Grade.SPELLING, Grade.OTHER_FORM})
_PLAIN = frozenset({Grade.SAME, Grade.SPELLING})


@dataclass(frozen=True, slots=True)
class Solid:
    """Letters without spaces. `whole`: all of a text, in which only long names are sought; else a run of letters."""

    text: str
    whole: bool


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of somebody's name: whose, which place it has in it, and whether it may be her surname."""

    person: int
    place: int
    surname: bool


@dataclass(frozen=True, slots=True)
class _Seen:
    """A word of somebody's name, as the text has it."""

    at: int
    place: int
    points: float
    close: bool


class Passages:
    """The people who must not be named, ready to be sought in texts."""

    def __init__(self, people: Iterable[Subject], *, ordinary: frozenset[str] = frozenset()) -> None:
        names = sorted(
            {known(person).name for person in people}, key=lambda one: [part.token.text for part in one.parts]
        )
        self._ordinary = ordinary
        self._lengths = [one.length for one in names]
        self._words: dict[Token, list[_Word]] = defaultdict(list)
        for number, name in enumerate(names):
            for word, place, surname in _words(name):
                self._words[word].append(_Word(number, place, surname))
        self._vocabulary = Vocabulary(self._words, ())
        self._solid = frozenset(one for name in names for one in _solid(name))
        self._fine = frozenset(sounds.fine(one) for one in self._solid)
        self._surnames = frozenset(
            word.text for word, uses in self._words.items() if any(one.surname for one in uses) and self._alone(word)
        )

    def named_in(self, reading: Places) -> bool:
        """Whether one of them is named in words."""
        seen: dict[int, list[_Seen]] = defaultdict(list)
        for at, said in enumerate(reading):
            for person, one, surname in self._seen(at, said):
                if surname:
                    return True
                seen[person].append(one)
        return any(_named(found, self._lengths[person]) for person, found in seen.items())

    def named_solid(self, solid: Solid) -> bool:
        """Whether one of them is named in letters that were not told apart into words."""
        text, fine = solid.text, sounds.fine(solid.text)
        least = _SOLID if solid.whole else _SOLID_IN_RUN
        if any(one in text for one in self._solid if len(one) >= least):
            return True
        if any(one in fine for one in self._fine if len(one) >= least):
            return True
        return not solid.whole and (text in self._solid or any(one in text for one in self._surnames))

    def _seen(self, at: int, said: Collection[str]) -> Iterator[tuple[int, _Seen, bool]]:
        """The words of names that a place in the text may stand for; whether it is a surname that says enough."""
        for word in {token(one.text, one.vowelless) for text in said for one in letters.words(text)}:
            for other, points in self._like(word):
                how = grade(word, other)
                alone = how in _PLAIN and not word.vowelless and self._alone(word) and self._alone(other)
                for use in self._words[other]:
                    one = _Seen(at, use.place, points, how in _CLOSE)
                    yield use.person, one, alone and (use.surname or self._lengths[use.person] == 1)

    def _like(self, word: Token) -> Iterable[tuple[Token, float]]:
        """What the word can stand for; an ordinary word only for itself."""
        if word.text in self._ordinary:
            return [(word, worth(word, word))] if word in self._words else []
        return self._vocabulary.like(word)

    def _alone(self, word: Token) -> bool:
        """Whether the word says enough without another."""
        if len(word.text) < _LONE_SURNAME or word.text in self._ordinary:
            return False
        return word.text not in tables.common_words()


def _words(name: Name) -> Iterator[tuple[Token, int, bool]]:
    """Each word of a name with its place. The second cell holds the surname; of one cell any word but the first may."""
    for part in name.parts:
        if not part.joined:
            place = min(part.places)
            yield part.token, place, part.cell > 0 if name.cells > 1 else place > 0


def _solid(name: Name) -> Iterator[str]:
    """The name without spaces, in every order of two of its words and of all."""
    single = (part for part in name.parts if not part.joined and not part.token.vowelless)
    by_place = {min(part.places): part.token.text for part in single}
    words = [one for one in by_place.values() if len(one) > 1]
    for count in {2, len(words)} if 1 < len(words) <= _MOST_ORDERED else {2}:
        yield from ("".join(some) for some in permutations(words, count))


def _named(found: Sequence[_Seen], length: int) -> bool:
    """Whether two words, or all of the name, stand near each other."""
    for first in found:
        near = [one for one in found if 0 <= one.at - first.at <= NEAR]
        if _enough(near) or _all(near, length):
            return True
    return False


def _enough(near: Sequence[_Seen]) -> bool:
    best: dict[int, float] = {}
    for one in near:
        best[one.place] = max(best.get(one.place, 0.0), one.points)
    told = len(best) > 1 and len({one.at for one in near}) > 1
    return told and sum(sorted(best.values())[-2:]) >= weights.ENOUGH


def _all(near: Sequence[_Seen], length: int) -> bool:
    """Whether the whole name stands there; of three words and more one may be left out, as a middle name is."""
    close = [one for one in near if one.close]
    least = max(2, length - 1) if length > 2 else length
    return length > 1 and len({one.place for one in close}) >= least and len({one.at for one in close}) >= least
