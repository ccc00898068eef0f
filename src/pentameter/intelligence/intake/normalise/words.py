"""How two spellings of the same word are known to be the same."""

import re
import unicodedata

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
