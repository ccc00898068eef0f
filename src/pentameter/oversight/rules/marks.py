"""What of a name or a place is compared: surnames in plain letters, postcodes as they are printed."""

import re
from collections.abc import Iterable

from pentameter.intelligence.intake.normalise.postcodes import is_whole, parse
from pentameter.intelligence.intake.normalise.words import plain_words

_CODES = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[AC-FHKNPRTV-Y]\d[\dW] ?[\dAC-FHKNPRTV-Y]{4}\b", re.IGNORECASE
)


def surname(name: str) -> str:
    """The last word of a name in plain letters: "Aidan O'Thornley" is "othornley"."""
    words = plain_words(name)
    return words[-1] if words else ""


def surnames(names: Iterable[str]) -> frozenset[str]:
    """Those of several names."""
    return frozenset(found for one in names if (found := surname(one)))


def postcodes(texts: Iterable[str]) -> frozenset[str]:
    """The whole postcodes that stand in some texts."""
    found = (parse(match) for text in texts for match in _CODES.findall(text))
    return frozenset(one for one in found if one and is_whole(one))
