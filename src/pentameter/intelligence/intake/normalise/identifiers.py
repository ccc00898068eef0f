"""The forms by which the same thing is found in another report."""

import re

from pentameter.intelligence.intake.normalise import postcodes

_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r"[0-9]+[A-Za-z]?(?![0-9A-Za-z])")
_SITE_DECORATION = re.compile(r"^(?:[a-z][a-z0-9+.-]*://)?(?:www\.)?|/+$", re.IGNORECASE)
_SPACES = re.compile(r"\s+")


def compact(text: str) -> str:
    """Letters and figures alone, in upper case: registrations and documents."""
    return _NOT_ALPHANUMERIC.sub("", text).upper()


def premises(address: str, postcode: str) -> str:
    """Postcode and house: figures where the house has them, else its name. An Eircode alone names an address."""
    if not postcode or not postcodes.is_whole(postcode):
        return ""
    if postcodes.is_eircode(postcode):
        return postcode
    house = "-".join(_NUMBERED.findall(address)).upper() or compact(address.split(",")[0])
    return f"{postcode}|{house}" if house else ""


def advert(site: str, reference: str) -> str:
    """Site and reference; one of them alone names no advert."""
    place = _SPACES.sub(" ", _SITE_DECORATION.sub("", site.strip())).casefold()
    number = _SPACES.sub("", reference).casefold()
    return f"{place}|{number}" if place and number else ""


def organisation(name: str) -> str:
    """Without case and repeated spaces."""
    return _SPACES.sub(" ", name).strip().casefold()
