"""Numbers, codes and places in one form; "" where they say nothing."""

import re

from pentameter.intelligence.intake.normalise import countries, identifiers, phones, postcodes
from pentameter.intelligence.intake.normalise.words import fold, is_known

_FIGURES = re.compile(r"\D+")
_READ_ALIKE = str.maketrans("OIQ", "010")
_FEMALE = frozenset({"f", "female", "w", "woman", "girl"})
_MALE = frozenset({"m", "male", "man", "boy"})
_SHORTEST_PHONE, _SHORTEST_DOCUMENT = 7, 5
_FEWEST_SIGNS = 3


def phone(text: str, region: str = "GB") -> str:
    """In E.164; a number that is in no plan keeps its figures, as equal ones are equal still. "" for 0000000."""
    figures = _FIGURES.sub("", text)
    if len(figures) < _SHORTEST_PHONE or len(set(figures)) < _FEWEST_SIGNS:
        return ""
    found = phones.parse(text, region)
    return found.number if found else f"+{figures.removeprefix('00')}"


def document(text: str) -> str:
    """Letters and figures alone; what reads like a figure is one. "" where it tells nobody apart: XXXXX, 11111."""
    plain = identifiers.compact(text)
    if len(plain) < _SHORTEST_DOCUMENT or len(set(plain)) < _FEWEST_SIGNS or not any(map(str.isdigit, plain)):
        return ""
    return plain.translate(_READ_ALIKE)


def postcode(text: str) -> str:
    """A whole postcode or Eircode; "" for a first half, which says what the place says."""
    found = postcodes.parse(text)
    if found is None:
        return identifiers.compact(text)
    return found if postcodes.is_whole(found) else ""


def outward(code: str) -> str:
    """The first half: a postal district, or the routing key of an Eircode."""
    return code.partition(" ")[0] if " " in code else ""


def place(text: str) -> str:
    """Without case, accents, spaces and signs."""
    return fold(text) if is_known(text) else ""


def sex(text: str) -> str | None:
    """ "f" or "m", "" where it is not known, None for what is neither."""
    plain = text.strip().casefold()
    if plain in _FEMALE:
        return "f"
    if plain in _MALE:
        return "m"
    return None if is_known(plain) and plain not in {"u", "x"} else ""


def nationality(text: str) -> str | None:
    """The alpha-2 code, "" where it is not known, None for what is no country."""
    return countries.code(text) if is_known(text) else ""
