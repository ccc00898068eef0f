"""Spellings that stand for one name: three readings of a word, from fine to coarse.

`fine` undoes what transliterations differ in without changing how the name is said (Yershov, Ershov, Iershov).
`coarse` also merges what one system hears as different and another does not (Wade-Giles and pinyin, Polish and
Ukrainian, Albanian xh and English j). `skeleton` is a coarse reading without vowels, the only one that vowelless
scripts have. A letter that is read in two ways (c, j, x, h) gives two coarse readings; spellings agree where one does.
"""

import re
from functools import lru_cache

_DOUBLED = re.compile(r"(.)\1+")
_FINE = (
    (r"shch|sch(?=[abeiouy])|stch", "sS"),
    (r"tsch|tch|cz|ch(?=[aeiouy])", "C"),
    (r"sz|sh", "S"),
    (r"zh|rz(?=[aeiouy])", "Z"),
    (r"kh|ck|q", "k"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"ts|tz", "c"),
    (r"w", "v"),
    (r"ou|oo", "u"),
    (r"ee", "i"),
    (r"^[yij]e", "e"),
    (r"[yij]+", "i"),
    (r"ae", "a"),
    (r"x", "ks"),
)
_COARSE = (
    (r"ien(?!n)", "ian"),
    (r"shch|stch|tsch|tch|dzh|sch|zh|sh|ch|cz|sz|rz|xh|gj|dj|hs|ts|tz|dz|cs|ll(?=u)", "s"),
    (r"kh|gh|ck|qu|q|g", "k"),
    (r"ph|w|f", "v"),
    (r"th|dh|d", "t"),
    (r"bh|b", "p"),
    (r"[zj]", "s"),
    (r"(?<=[aeiouy])h(?=$|[^aeiouy])", ""),
    (r"ou|oo|o", "u"),
    (r"^[yi](?=[aeou])", ""),
    (r"[eiy]+", "i"),
    (r"(?<=i)[au]$", "a"),
)
_HARD = ((r"ch|sch|c(?![eiy])", "k"), (r"^[jy](?=[aeiou])", ""), (r"j", "i"), (r"x", "ks"), (r"h", "k"), (r"ph", "p"))
_SOFT = (
    (r"q(?=i|u[aen])", "s"),
    (r"c(?=[eiyh])", "s"),
    (r"ch", "s"),
    (r"c", "k"),
    (r"^[yj]", "s"),
    (r"x", "s"),
    (r"^h", "k"),
)
_COMPILED = {
    name: tuple((re.compile(pattern), to) for pattern, to in table)
    for name, table in (("fine", _FINE), ("coarse", _COARSE), ("hard", _HARD), ("soft", _SOFT))
}
_ENDINGS = (
    (re.compile("(?:aus)?k(?:iene|yte|aite|is|as)$"), "k"),
    (re.compile("(?<=[a-z]{3})(?:iene|aityte|aite|yte|ute|aitis|ys|as|is|us|auskas)$"), ""),
    (re.compile("(?<=[a-z]{2})(ov|ev|in|yn|sk)a$"), r"\1"),
    (re.compile("(?<=[a-z]{2}[sc]k)(?:aya|aia|aja|ii|iy|yi|yj|ij|y|i|a)$"), ""),
    (re.compile("(?<=[a-z]{2}(?:ov|ev))a$"), ""),
)


def _replaced(word: str, name: str) -> str:
    for pattern, to in _COMPILED[name]:
        word = pattern.sub(to, word)
    return word


@lru_cache(maxsize=65536)
def fine(word: str) -> str:
    """As the name is said, with one spelling for each sound."""
    return _DOUBLED.sub(r"\1", _replaced(word, "fine"))


@lru_cache(maxsize=65536)
def coarse(word: str) -> frozenset[str]:
    """The coarse readings: letters that transliterations confuse are one."""
    readings = {_replaced(_replaced(word, name), "coarse") for name in ("soft", "hard")}
    readings.add(_replaced(word, "coarse").replace("x", "s").replace("c", "s"))
    return frozenset(_DOUBLED.sub(r"\1", reading) for reading in readings if reading)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Consonants, in classes, as a script without vowels would have them."""
    word = re.sub(r"kh|ch(?=[aeiou])", "h", re.sub(r"(?<=[a-z]{2})h$", "", word))
    word = re.sub(r"sh|sch|th(?=[^a-z])", "s", word)
    for letters, to in (("ckqg", "k"), ("dt", "t"), ("bp", "b"), ("fv", "f"), ("szx", "s"), ("j", "j")):
        word = re.sub(f"[{letters}]", to, word)
    return _DOUBLED.sub(r"\1", re.sub("[aeiouyw]", "", word))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Without the ending that tells a woman's surname from her father's or husband's: Kazlauskienė, Petrova."""
    for pattern, to in _ENDINGS:
        if pattern.search(word):
            return pattern.sub(to, word)
    return word
