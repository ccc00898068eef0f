"""Whole names: which words of one stand for which of the other, in whatever order, joined or apart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pentameter.decisions.matching import weights
from pentameter.decisions.matching.tokens import Grade, Token, grade, token
from pentameter.kernel.names import letters, tables

_MOST_WORDS = 12
_ARTICLES = ("al", "el")
JOINABLE = frozenset({Grade.SAME, Grade.SPELLING, Grade.OTHER_FORM, Grade.SLIP, Grade.SOUND})
"""Grades in which a word may stand for two words written apart."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a name, or two that may be one (Xiao Ling): which places of the name it takes, and in which cell."""

    token: Token
    places: frozenset[int]
    cell: int
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name as words that tell people apart, with what may be read as one word."""

    parts: tuple[Part, ...]
    length: int
    cells: int

    @property
    def tokens(self) -> frozenset[Token]:
        """Every single word under which the name can be found."""
        return frozenset(part.token for part in self.parts if not part.joined)

    @property
    def joined(self) -> frozenset[Token]:
        """Every two words that may be one."""
        return frozenset(part.token for part in self.parts if part.joined)

    @property
    def initials(self) -> int:
        """How many of its words are a single letter."""
        return sum(1 for part in self.parts if len(part.token.text) == 1)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two names have in common: its points and, for the desk, its reasons."""

    points: float
    reasons: tuple[str, ...]


@lru_cache(maxsize=131072)
def name(*cells: str) -> Name:
    """The name in these cells, whatever their order: ("Thi Lan", "Nguyen") or ("NGUYEN, Thi Lan",)."""
    found = [(word, number) for number, cell in enumerate(cells) for word in letters.words(cell)][:_MOST_WORDS]
    telling = _telling([word.text for word, _ in found])
    single = [
        Part(token(text, found[at][0].vowelless), frozenset({at}), found[at][1])
        for at in telling
        for text in _readings(found[at][0].text)
    ]
    joined = [
        Part(token(one.text + other.text, one.vowelless or other.vowelless), places, number, joined=True)
        for at, ((one, number), (other, _)) in enumerate(pairwise(found))
        if len(one.text) > 1 and len(other.text) > 1 and (places := frozenset({at, at + 1}.intersection(telling)))
    ]
    return Name((*single, *joined), len(telling), len({found[at][1] for at in telling}))


def _telling(found: Sequence[str]) -> list[int]:
    """The places of the words that tell people apart; particles are among them where fewer than two would be left."""
    names = [at for at, word in enumerate(found) if word not in tables.empty_words()]
    telling = [at for at in names if found[at] not in tables.particles()]
    return telling if len(telling) > 1 else names


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
    taken = (
        frozenset().union(*(pair.one.places for pair in chosen)),
        frozenset().union(*(pair.other.places for pair in chosen)),
    )
    contradictions = min(one.length - len(taken[0]), other.length - len(taken[1]))
    points = min(_added(chosen, contradictions, cell) for cell in _cells(one, other))
    return Agreement(points, tuple(_reasons(chosen, contradictions)))


_Cell = Callable[[_Pair], int] | None


def _cells(one: Name, other: Name) -> Iterator[_Cell]:
    """How to tell given names from surnames: by the cells of whichever name has two. None: not at all."""
    if one.cells > 1:
        yield lambda pair: pair.one.cell
    if other.cells > 1:
        yield lambda pair: pair.other.cell
    if one.cells < 2 and other.cells < 2:
        yield None


def _added(chosen: Sequence[_Pair], contradictions: int, cell: _Cell) -> float:
    """The points of all words: the best of each cell whole, further ones in part, less the contradictions."""
    by_cell: dict[int, list[float]] = {}
    firm: set[int] = set()
    for rank, pair in enumerate(sorted(chosen, key=lambda pair: -pair.points)):
        where = cell(pair) if cell else min(rank, 1)
        by_cell.setdefault(where, []).append(pair.points)
        if pair.grade not in (Grade.RESEMBLING, Grade.INITIAL):
            firm.add(where)
    agreed = sum(max(points) + weights.FURTHER_WORDS * (sum(points) - max(points)) for points in by_cell.values())
    each = weights.FURTHER_CONTRADICTION if len(firm) > 1 else weights.CONTRADICTION
    return agreed + each * contradictions


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
            if left.joined and right.joined:
                continue
            found = grade(left.token, right.token)
            if found in JOINABLE or (found is not Grade.APART and not (left.joined or right.joined)):
                yield _Pair(left, right, found, worth(left.token, right.token) * weights.OF_A_WORD[found])


def worth(one: Token, other: Token) -> float:
    """The points of a word on which both agree; the commoner or shorter of the two spellings counts."""
    return min(_worth(one.text), _worth(other.text))


def _worth(text: str) -> float:
    return tables.common_words().get(text) or weights.SHORT_WORDS.get(len(text), weights.WORD)


def _reasons(chosen: list[_Pair], contradictions: int) -> Iterator[str]:
    for pair in chosen:
        one, other = pair.one.token.text, pair.other.token.text
        yield f"{one}: {pair.grade.value}" if one == other else f"{one} and {other}: {pair.grade.value}"
    if contradictions:
        yield "a word of the name that the other has nothing like"
