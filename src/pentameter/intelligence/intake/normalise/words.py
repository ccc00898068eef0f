"""How two spellings of the same word are known to be the same."""

import re
import unicodedata

from anyascii import anyascii

_APART = re.compile("[^a-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_APOSTROPHES = re.compile("['’‘`ʼ´]")
_HAN = re.compile("([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f])")
_NOT_A_LETTER = re.compile(r"[\W_]+")

UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that are no text: they can be neither shown nor stored."""

NOT_KNOWN = frozenset({"", "-", "--", "?", "n/a", "n/k", "nk", "not known", "unknown", "none", "nil", "not applicable"})
"""What people write into a cell of facts that they do not have."""


def fold(text: str) -> str:
    """Without case, accents, spaces and punctuation: "Dún Laoghaire" and "DUN LAOGHAIRE" are one."""
    decomposed = unicodedata.normalize("NFKD", text.replace("&", " and "))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _NOT_A_LETTER.sub("", plain).casefold()


def is_known(text: str) -> bool:
    """Whether a cell of facts says anything."""
    return text.strip().casefold() not in NOT_KNOWN


def shown(text: str) -> str:
    """What was written, short enough for a sentence and without what cannot be shown."""
    text = UNREADABLE.sub("\ufffd", " ".join(text.split()))
    return text if len(text) <= 40 else f"{text[:39]}…"


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text in plain letters, in their order: "Мира said: 12%" is mira, said, 12."""
    return tuple(_APART.sub(" ", _ascii(_APOSTROPHES.sub("", _POSSESSIVE.sub(" ", text)))).split())


def _ascii(text: str) -> str:
    if text.isascii():
        return text.lower()
    apart = _HAN.sub(r" \1 ", unicodedata.normalize("NFKC", text))  # a syllable a letter, with no space between them
    return anyascii(apart).lower()
