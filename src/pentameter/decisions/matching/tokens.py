"""A word of a name with its readings, and how two words stand to each other."""

from dataclasses import dataclass, field
from enum import Enum
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from pentameter.kernel.names import sounds, tables


class Grade(Enum):
    """How two words of names stand to each other, the nearest first, in the words that the desk reads."""

    SAME = "the same word"
    SPELLING = "another spelling"
    OTHER_FORM = "another form of the name"
    SLIP = "a slip of the hand"
    SOUND = "sounds alike"
    SLIPS = "another spelling with a slip of the hand"
    SHORTENED = "a short form"
    INITIAL = "the initial"
    RESEMBLING = "resembling words"
    APART = "different words"

    __hash__ = object.__hash__  # each member is one object; the slower way is asked for millions of times


FINDABLE = frozenset(Grade) - {Grade.INITIAL, Grade.RESEMBLING, Grade.APART}
"""Grades for which the index looks words up; the others only colour a pair that something else has found."""


_LONG_ENOUGH = 5
"""Letters of a word below which a likeness means nothing."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a name in plain letters with its readings. The letters alone tell tokens apart."""

    text: str
    vowelless: bool
    fine: str = field(compare=False)
    stem: str = field(compare=False)
    coarse: frozenset[str] = field(compare=False)
    skeleton: str = field(compare=False)
    groups: frozenset[int] = field(compare=False)


@lru_cache(maxsize=131072)
def token(text: str, vowelless: bool = False) -> Token:
    """The word with its readings."""
    return Token(
        text,
        vowelless,
        sounds.fine(text),
        sounds.fine(sounds.stem(text)),
        sounds.coarse(text),
        sounds.skeleton(text),
        tables.groups().get(text, frozenset()),
    )


@lru_cache(maxsize=262144)
def grade(one: Token, other: Token) -> Grade:
    """The nearest way in which the two can be one name. The order of the two does not matter."""
    if one.text == other.text:
        return Grade.SAME
    if one.vowelless or other.vowelless:
        return Grade.SPELLING if one.skeleton == other.skeleton and one.skeleton else Grade.APART
    short, long = sorted((one, other), key=lambda word: (len(word.text), word.text))
    if len(short.text) == 1:
        return Grade.INITIAL if long.text.startswith(short.text) else Grade.APART
    if one.fine == other.fine or (one.stem == other.stem and len(one.stem) > 2):
        return Grade.SPELLING
    if one.groups & other.groups:
        return Grade.OTHER_FORM
    return _loosely(short, long)


def _loosely(short: Token, long: Token) -> Grade:
    """Two words that are neither the same name nor known forms of one."""
    slips = OSA.distance(short.text, long.text, score_cutoff=2)
    if slips == 1 and len(short.text) > 2 and (len(long.text) > 3 or _exchanged(short.text, long.text)):
        return Grade.SLIP
    if len(short.text) > 2 and short.coarse & long.coarse:
        return Grade.SOUND
    if len(short.skeleton) > 2 and short.skeleton == long.skeleton and _similarity(short, long) > 0.85:
        return Grade.SOUND
    if _slips_apart(short, long, slips):
        return Grade.SLIPS
    if len(short.text) > 2 and len(long.text) - len(short.text) > 1 and long.text.startswith(short.text):
        return Grade.SHORTENED
    return Grade.RESEMBLING if _resembles(short, long) else Grade.APART


def _exchanged(one: str, other: str) -> bool:
    return sorted(one) == sorted(other)


def _slips_apart(short: Token, long: Token, slips: int) -> bool:
    """Two slips in a long word; or one, heard rather than seen."""
    if slips == 2 and len(short.text) > 6:
        return True
    fewest = min(len(short.fine), len(long.fine), len(short.text))
    apart = OSA.distance(short.fine, long.fine, score_cutoff=2)
    return (apart == 1 and fewest > 4) or (apart == 2 and fewest > 6)


def _similarity(one: Token, other: Token) -> float:
    return float(JaroWinkler.similarity(one.text, other.text))


def _resembles(short: Token, long: Token) -> bool:
    """A word that was spoilt twice is still like itself: the first letter and most others, or the same consonants."""
    if len(short.text) < 4 or len(long.text) < _LONG_ENOUGH:
        return False
    if short.skeleton == long.skeleton and len(short.skeleton) > 1:
        return True
    return _similarity(short, long) > 0.84 or _similarity_of_forms(short, long)


def _similarity_of_forms(short: Token, long: Token) -> bool:
    """Whether one is within a slip of a known form of the other."""
    return bool(_near_groups(short.text) & long.groups or _near_groups(long.text) & short.groups)


@lru_cache(maxsize=65536)
def _near_groups(text: str) -> frozenset[int]:
    """The groups of the known forms that are a slip away, itself included."""
    if len(text) < _LONG_ENOUGH - 1:
        return frozenset()
    near = {form for key in deletions(text, 1) for form in _forms_by_deletion().get(key, ())}
    close = (form for form in near if OSA.distance(text, form, score_cutoff=1) <= 1)
    return frozenset(number for form in close for number in tables.groups()[form])


@cache
def _forms_by_deletion() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for form in tables.groups():
        if len(form) >= _LONG_ENOUGH - 1:
            for key in deletions(form, 1):
                found.setdefault(key, []).append(form)
    return found


def deletions(word: str, most: int) -> frozenset[str]:
    """The word with up to `most` letters left out. Two words that are `most` slips apart have one in common."""
    found, last = {word}, {word}
    for _ in range(most):
        last = {one[:at] + one[at + 1 :] for one in last for at in range(len(one))}
        found |= last
    return frozenset(found)
