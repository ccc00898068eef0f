"""The part of a text in which what was looked for stands, with the words marked."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pentameter.intelligence.intake.normalise.words import plain_words

BEFORE, LENGTH = 60, 240
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a text, and whether it was looked for."""

    text: str
    marked: bool = False


def extract(text: str, sought: Callable[[str], bool]) -> tuple[Piece, ...]:
    """About 240 characters around the first word that is `sought`, which is asked for each plain word."""
    hits = [found.span() for found in _WORD.finditer(text) if any(map(sought, plain_words(found[0])))]
    start = _begin(text, hits[0][0]) if hits else 0
    end = _end(text, start + LENGTH)
    return tuple(piece for piece in _pieces(text, hits, start, end) if piece.text)


def _begin(text: str, hit: int) -> int:
    if hit <= BEFORE:
        return 0
    return text.rfind(" ", 0, hit - BEFORE) + 1 or hit - BEFORE


def _end(text: str, end: int) -> int:
    return len(text) if end >= len(text) else max(text.rfind(" ", 0, end), end - BEFORE)


def _pieces(text: str, hits: list[tuple[int, int]], start: int, end: int) -> Iterator[Piece]:
    at = start
    yield Piece("… " if start else "")
    for begin, stop in hits:
        if begin >= start and stop <= end:
            yield Piece(text[at:begin])
            yield Piece(text[begin:stop], marked=True)
            at = stop
    yield Piece(text[at:end])
    yield Piece(" …" if end < len(text) else "")
