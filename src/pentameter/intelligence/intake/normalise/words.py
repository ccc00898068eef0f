"""How two spellings of the same word are known to be the same."""

import re
import unicodedata

_NOT_A_LETTER = re.compile(r"[\W_]+")

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
