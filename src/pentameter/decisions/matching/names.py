"""Whole names: which words of one stand for which of the other, in whatever order, joined or apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pentameter.decisions.matching import letters, tables, weights
from pentameter.decisions.matching.tokens import Grade, Token, grade, token

_MOST_WORDS = 8
_ARTICLES = ("al", "el")


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a name, or two that may be one (Xiao Ling): which places of the name it takes."""

    token: Token
    places: frozenset[int]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as words that tell people apart, with what may be read as one word."""

    parts: tuple[Part, ...]
    length: int

    @property
    def tokens(self) -> frozenset[Token]:
        """Every word under which the name can be found."""
        return frozenset(part.token for part in self.parts)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two names have in common: its points and, for the desk, its reasons."""

    points: float
    reasons: tuple[str, ...]


@lru_cache(maxsize=131072)
def name(*cells: str) -> Name:
    """The name in these cells, whatever their order: ("Thi Lan", "Nguyen") or ("NGUYEN, Thi Lan",)."""
    found = [word for cell in cells for word in letters.words(cell)]
    telling = [word for word in found if word.text not in tables.particles()] or found
    telling = telling[:_MOST_WORDS]
    single = [
        Part(token(text, word.vowelless), frozenset({place}))
        for place, word in enumerate(telling)
        for text in _readings(word.text)
    ]
    joined = [
        Part(token(one.text + other.text, one.vowelless or other.vowelless), frozenset({place, place + 1}))
        for place, (one, other) in enumerate(pairwise(telling))
        if len(one.text) > 1 and len(other.text) > 1
    ]
    return Name((*single, *joined), len(telling))


def _readings(text: str) -> Iterator[str]:
    """The word, and the word without an Arabic article that was written to it."""
    yield text
    if len(text) > 5 and text.startswith(_ARTICLES):
        yield text[2:]


@dataclass(frozen=True, slots=True)
class _Pair:
    one: Part
    other: Part
    grade: Grade
    points: float

    @property
    def order(self) -> tuple[float, int, str, str]:
        return (-self.points, len(self.one.places) + len(self.other.places), self.one.token.text, self.other.token.text)


@lru_cache(maxsize=65536)
def agreement(one: Name, other: Name) -> Agreement:
    """How far the two can be one name. The order of the words, and that of the two names, does not matter."""
    chosen = list(_chosen(one, other))
    taken = frozenset().union(*(pair.one.places for pair in chosen)), frozenset().union(
        *(pair.other.places for pair in chosen)
    )
    contradictions = min(one.length - len(taken[0]), other.length - len(taken[1]))
    firm = sum(1 for pair in chosen if pair.grade not in (Grade.RESEMBLING, Grade.INITIAL))
    each = weights.FURTHER_CONTRADICTION if firm > 1 else weights.CONTRADICTION
    points = sum(pair.points for pair in chosen) + each * contradictions
    return Agreement(points, tuple(_reasons(chosen, contradictions)))


def _chosen(one: Name, other: Name) -> Iterator[_Pair]:
    """Words matched one to one, the best first. Two words that are one name count as the one."""
    pairs = sorted(_pairs(one, other), key=lambda pair: pair.order)
    left: set[int] = set()
    right: set[int] = set()
    for pair in pairs:
        if left.isdisjoint(pair.one.places) and right.isdisjoint(pair.other.places):
            left |= pair.one.places
            right |= pair.other.places
            yield pair


def _pairs(one: Name, other: Name) -> Iterator[_Pair]:
    for left in one.parts:
        for right in other.parts:
            found = grade(left.token, right.token)
            if found is Grade.APART or (len(left.places) > 1 and len(right.places) > 1):
                continue
            joined = len(left.places) + len(right.places) > 2
            if not joined or found in (Grade.SAME, Grade.SPELLING, Grade.OTHER_FORM, Grade.SLIP, Grade.SOUND):
                yield _Pair(left, right, found, worth(left.token, right.token) * weights.OF_A_WORD[found])


def worth(one: Token, other: Token) -> float:
    """The points of a word on which both agree; the commoner of the two spellings counts."""
    common = tables.common_words()
    return min(common.get(one.text, weights.WORD), common.get(other.text, weights.WORD))


def _reasons(chosen: list[_Pair], contradictions: int) -> Iterator[str]:
    for pair in chosen:
        one, other = pair.one.token.text, pair.other.token.text
        yield f"{one}: {pair.grade.value}" if one == other else f"{one} and {other}: {pair.grade.value}"
    if contradictions:
        yield "a word of the name that the other has nothing like"
