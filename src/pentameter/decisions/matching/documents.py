"""Numbers of passports and identity cards, which people copy with slips."""

import re
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import OSA

_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_READ_ALIKE = str.maketrans("OIQ", "010")
_COUNTING = "01234567890123456789"
_SHORTEST = 5
_LONG_ENOUGH_FOR_TWO = 8


class Numbers(Enum):
    """How two document numbers stand to each other, in the words that the desk reads."""

    SAME = "the same document number"
    A_SLIP = "document numbers that differ by one slip of the hand"
    TWO_SLIPS = "document numbers that differ by two slips of the hand"
    UNKNOWN = "a document number missing on one side"
    DIFFERENT = "different document numbers"


@lru_cache(maxsize=65536)
def number(text: str) -> str:
    """Letters and figures alone; what reads like a figure is one. "" where it can tell nobody apart: XXXXX, 1234567."""
    plain = _NOT_ALPHANUMERIC.sub("", text).upper()
    if len(plain) < _SHORTEST or not any(map(str.isdigit, plain)) or len(set(plain)) < 3 or plain in _COUNTING:
        return ""
    return plain.translate(_READ_ALIKE)


def compare(one: str, other: str) -> Numbers:
    """How alike two numbers are that went through `number`."""
    if not (one and other):
        return Numbers.UNKNOWN
    if one == other:
        return Numbers.SAME
    slips = OSA.distance(one, other, score_cutoff=2)
    if slips == 1:
        return Numbers.A_SLIP
    if slips == 2 and min(len(one), len(other)) >= _LONG_ENOUGH_FOR_TWO:
        return Numbers.TWO_SLIPS
    return Numbers.DIFFERENT
