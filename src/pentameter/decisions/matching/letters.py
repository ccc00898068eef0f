"""Any writing of a name as words of plain letters.

Cyrillic, Thai, accented Latin and most other scripts go through `anyascii`. Two need more than that: Arabic and Hebrew
leave vowels out, so that their words are marked and compared by consonants alone; and Chinese writes a syllable a
letter, with no space between them.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from pentameter.decisions.matching import tables

_ARTICLE = re.compile(r"(?<!\w)ال(?=\w{3})")
_APOSTROPHES = re.compile("['’‘`ʻʼʹ´]")
_LOST = re.compile(r"(?<=[^\W\d_])[?\ufffd]+|[?\ufffd]+(?=[^\W\d_])")
_TURNED = re.compile("[\u202d\u202e]")
_HAN = re.compile("([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f])")
_NOT_A_LETTER = re.compile("[^a-z]+")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name in the letters a to z. `vowelless`: its script writes consonants only."""

    text: str
    vowelless: bool = False


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[Word, ...]:
    """The words of a name in the order in which they are written; figures and signs are left out."""
    text = unicodedata.normalize("NFKC", _LOST.sub("", text))
    text = _HAN.sub(r" \1 ", _ARTICLE.sub("ال ", _APOSTROPHES.sub("", text)))
    found: list[Word] = []
    for part in text.split():
        vowelless = any(letter in tables.consonants() for letter in part)
        found.extend(Word(piece, vowelless) for piece in _plain(part) if piece)
    return tuple(found)


def _plain(part: str) -> list[str]:
    letters = "".join(
        tables.consonants().get(letter, " " if unicodedata.category(letter)[0] in "PSZ" else letter) for letter in part
    )
    return _NOT_A_LETTER.split(_DIGITS.sub("", _APOSTROPHES.sub("", anyascii(letters)).lower()))


def is_whole(text: str) -> bool:
    """Whether the letters that were written are still there, and in their order.

    Replacement signs and question marks in a word stand for letters that were lost. A sign that turns the direction of
    writing shows a name that was written backwards as if it were not.
    """
    return "\ufffd" not in text and not _LOST.search(text) and not _TURNED.search(text)
