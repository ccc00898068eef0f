"""Names as they are looked for: words of plain letters in any order, and how each sounds, roughly.

The sound is the consonants of a word in classes, as scripts without vowels have them. It finds what transliterations
change (Мира, Myra, ميرا; Yelena, Elena, Jelena) and more besides: what is alike in sound alone comes last.
"""

import re
from functools import lru_cache

from pentameter.intelligence.intake.normalise.words import plain_words

_CLASSES = (
    (re.compile(r"^[yjh]+(?=[aeiou])"), ""),
    (re.compile(r"shch|tsch|tch|dzh|sch|sh|zh|ch|cz|cs|sz|rz|xh|ts|tz|dz|[jxz]"), "s"),
    (re.compile(r"kh|gh|ck|[cqgk]"), "k"),
    (re.compile(r"ph|[fwv]"), "v"),
    (re.compile(r"th|dh|[dt]"), "t"),
    (re.compile(r"[pb]h?"), "b"),
    (re.compile(r"^[aeiouy]"), "A"),
    (re.compile(r"[aeiouyh]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_SHORTEST = 2


def name_words(text: str) -> frozenset[str]:
    """The words of a name or an address that it can be found by. One letter alone is too little."""
    return frozenset(word for word in plain_words(text) if len(word) >= _SHORTEST)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """How a word sounds; nothing where too little is left of it, or where it holds figures."""
    if not word.isalpha():
        return ""
    for pattern, to in _CLASSES:
        word = pattern.sub(to, word)
    return word if len(word) >= _SHORTEST else ""
