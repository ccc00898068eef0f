"""Postcodes of the United Kingdom and Eircodes of Ireland, by their shape."""

import re

_SEPARATORS = re.compile(r"[\s\-.]+")
_UK = re.compile(r"(GIR|[A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})", re.ASCII)
_UK_FIRST_HALF = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?", re.ASCII)
_EIRCODE = re.compile(r"([AC-FHKNPRTV-Y]\d[\dW])([\dAC-FHKNPRTV-Y]{4})", re.ASCII)


def parse(text: str) -> str | None:
    """The postcode as it is printed: "dh13xx" is "DH1 3XX", "d02x285" is "D02 X285"; a first half stays one."""
    compact = _SEPARATORS.sub("", text).upper()
    if match := _UK.fullmatch(compact) or _EIRCODE.fullmatch(compact):
        return f"{match[1]} {match[2]}"
    return compact if _UK_FIRST_HALF.fullmatch(compact) else None


def is_eircode(postcode: str) -> bool:
    """Whether it is an Eircode, which names a single address."""
    return _EIRCODE.fullmatch(postcode.replace(" ", "")) is not None


def is_whole(postcode: str) -> bool:
    """Whether it is more than the first half of a UK postcode."""
    return " " in postcode
