"""What may be meant by a text that is written so that a machine does not see it.

Nothing is decided here: each word is given with every other word that may be meant by it. Letters that look like others
(Cyrillic, Greek, circled), figures and signs for letters, letters with spaces or signs between them, words written
together, and characters that do not show are undone; other scripts and spellings are the matching's.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby, product

from anyascii import anyascii

LONGEST = 100_000
"""Characters; a longer text is not looked at, and held."""
_MOST_GUESSES = 64
_SIGNS = "@$!|€£+(¡§"
_FIGURES = str.maketrans("03457892", "oeastbgz")
_SIGNED = str.maketrans("@$§!¡|€£+(", "assiileltc")
_DOUBTFUL = {"1": "il", "!": "il", "|": "li", "6": "gb", "9": "gq", "2": "zr", "0": "ou", "4": "ah", "7": "tl"} | {
    "8": "ba"
}
_CAMEL = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-Þ])")
_POSSESSIVE = re.compile(r"['’‘`´]s?$")
_NOT_A_LETTER = re.compile(r"[^a-z]+")
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LOST = re.compile("[\ufffd\ue000-\uf8ff]")
_WIDE = re.compile(r"\s{2,}|[\n\r\t,;:/|]")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_RUN = 3
_BOXED = ((0x1F150, 0x1F169), (0x1F170, 0x1F189), (0x1F1E6, 0x1F1FF))


@dataclass(frozen=True, slots=True)
class Undone:
    """What may be meant.

    `readings` are rows of places with the words that may stand there; `runs` are letters that were written one by one
    or together; `whole` all letters of the text without anything between.
    """

    readings: tuple[tuple[frozenset[str], ...], ...]
    runs: frozenset[str]
    whole: frozenset[str]


def is_readable(text: str) -> bool:
    """Whether what people see can be known: not turned, no letters lost or private, not too long."""
    return len(text) <= LONGEST and not _TURNED.search(text) and not _LOST.search(text)


def shown(text: str) -> str:
    """The text in plain forms of its letters, without characters that do not show."""
    plain = unicodedata.normalize("NFKC", "".join(_unboxed(one) for one in text))
    return _UPON.sub("", "".join(one for one in plain if unicodedata.category(one) not in _UNSEEN or one in "\n\r\t"))


_UNSEEN = frozenset({"Cf", "Cc", "Cn", "Cs"})
_UPON = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
"""Marks that stand upon a letter and are none; where scripts write vowels as marks, these stay."""


def _unboxed(letter: str) -> str:
    for first, last in _BOXED:
        if first <= ord(letter) <= last:
            return chr(ord("a") + ord(letter) - first)
    return "" if letter in "\u115f\u1160\u3164\uffa0\u034f\u2800" or "\ufe00" <= letter <= "\ufe0f" else letter


def undone(text: str) -> Undone:
    """Everything that may be meant by a text that `is_readable`."""
    pieces = [part for piece in _pieces(shown(text)) for part in piece]
    together, runs = _together(pieces)
    apart = tuple(frozenset(_meant(piece.text, piece.glued)) for piece in pieces)
    joined = tuple(frozenset(_meant(piece.text, piece.glued)) for piece in together)
    glued = {one for piece in pieces if piece.glued for one in _letters(piece.glued)}
    return Undone((apart, joined), frozenset(runs | glued), frozenset(_whole(pieces)))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word; `glued`: the whole of what stood between two spaces, where signs divide it; `wide`: a gap goes before."""

    text: str
    glued: str = ""
    wide: bool = False


def _pieces(text: str) -> Iterator[list[_Piece]]:
    wide = False
    for part in re.split(r"(\s+|[,;:/|](?=\s|$))", text):
        if not part or part.isspace() or part in ",;:/|":
            wide = wide or bool(_WIDE.search(part)) if part else wide
            continue
        words = [word for one in _apart(part) for word in _CAMEL.split(one) if word]
        yield [
            _Piece(word, part if number == 0 and (len(words) > 1 or not part.isalnum()) else "", wide and number == 0)
            for number, word in enumerate(words)
        ]
        wide = False


def _apart(part: str) -> list[str]:
    """What stands between signs. Signs that may be letters, and marks upon letters, divide nothing."""
    divided = (one if one.isalnum() or one in _SIGNS or unicodedata.category(one)[0] == "M" else " " for one in part)
    return "".join(divided).split()


def _meant(text: str, glued: str) -> Iterator[str]:
    """Every word that may be meant by one."""
    bare = text.strip(_SIGNS)
    yield bare or text
    yield _POSSESSIVE.sub("", bare)
    for one in {text, bare, _POSSESSIVE.sub("", glued), glued} - {""}:
        if not _YEAR.fullmatch(one):  # a year that stands alone is one, and not a word in figures
            yield from _letters(one)


def _letters(text: str) -> Iterator[str]:
    """The letters a to z that may be meant, with figures and signs read as letters, and left out."""
    for latin in {_looks(text), anyascii(_unmarked(text)).lower()}:
        yield _only(latin)
        yield _only(latin.translate(_SIGNED).translate(_FIGURES).replace("1", "i").replace("6", "g"))
        yield from _guesses(latin)


def _guesses(text: str) -> Iterator[str]:
    doubtful = [_DOUBTFUL.get(one, one) for one in text]
    count = 1
    for one in doubtful:
        count *= len(one)
    if 1 < count <= _MOST_GUESSES and any(one.isalnum() for one in text):
        for letters in product(*doubtful):
            yield _only("".join(letters).translate(_SIGNED).translate(_FIGURES))


def _only(text: str) -> str:
    return _NOT_A_LETTER.sub("", text.lower())


def _looks(text: str) -> str:
    """The letters as they look."""
    return anyascii("".join(look_alikes().get(one, one) for one in _unmarked(text).lower())).lower()


def _unmarked(text: str) -> str:
    """Without marks above and below the letters."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if unicodedata.category(one) not in ("Mn", "Me"))


@cache
def look_alikes() -> dict[str, str]:
    """Letters of other scripts that look like one of ours."""
    text = (files(__package__) / "data" / "look_alikes.csv").read_text(encoding="utf-8")
    return {row["letter"]: row["looks_like"] for row in csv.DictReader(text.splitlines())}


def _together(pieces: list[_Piece]) -> tuple[list[_Piece], set[str]]:
    """The pieces with letters that were written one by one put together; and those runs, whole."""
    found: list[_Piece] = []
    runs: set[str] = set()
    for lone, group in groupby(pieces, key=lambda one: len(one.text) == 1):
        row = list(group)
        if not lone or len(row) < _RUN:
            found += row
            continue
        runs.update(_letters("".join(one.text for one in row)))
        found += [_Piece(one) for one in _split(row)]
    return found, runs


def _split(row: list[_Piece]) -> Iterator[str]:
    """A run of letters, divided where wider gaps are."""
    word = ""
    for one in row:
        if one.wide and word:
            yield word
            word = ""
        word += one.text
    yield word


def _whole(pieces: list[_Piece]) -> Iterator[str]:
    text = " ".join(one.text for one in pieces)
    for latin in {_looks(text), anyascii(_unmarked(text)).lower()}:
        for one in ("i", "l"):
            yield _only(latin.translate(_SIGNED).replace("1", one).translate(_FIGURES).replace("6", "g"))
        yield _only(latin)
