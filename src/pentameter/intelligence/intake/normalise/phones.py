"""Telephone numbers in E.164, with a short way for the commonest forms."""

import re
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers

_DECORATION = str.maketrans("", "", " ()-.\t\u00a0\u2010\u2011\u2012\u2013\u2014")
_COMMON = {
    "GB": re.compile(r"(?:0|(?:\+|00)440?)(?P<GB>[1237]\d{9})|(?:\+|00)3530?(?P<IE>8[35679]\d{7}|20\d{7})", re.ASCII),
    "IE": re.compile(r"(?:0|(?:\+|00)3530?)(?P<IE>8[35679]\d{7}|20\d{7})|(?:\+|00)440?(?P<GB>[1237]\d{9})", re.ASCII),
}
"""By the country that is home: its numbers with or without the country code, the neighbour's with it."""
_COUNTRY_CODE = {"GB": "+44", "IE": "+353"}
_WRITTEN = re.compile(
    r"[\d\s()+\-./\u00a0\u2010-\u2014]+(?:(?:,?\s*(?:ext(?:ension|n)?\.?|x|#)\s*|;ext=)\d{1,7})?", re.I
)
_FLOAT = re.compile(r"\d{9,15}\.0", re.ASCII)


@dataclass(frozen=True, slots=True)
class Phone:
    """A number in E.164, and the extension behind it."""

    number: str
    extension: str = ""


def region_of(agency: str) -> str:
    """The country whose numbers an agency writes without a country code."""
    return "IE" if agency == "garda" or agency.startswith("garda-") else "GB"


def parse(text: str, region: str) -> Phone | None:
    """The number, or None. Numbers that only could exist are taken: many in use are in no published plan."""
    if match := _COMMON[region].fullmatch(text.translate(_DECORATION)):
        country = match.lastgroup or region
        return Phone(_COUNTRY_CODE[country] + match[country])
    return carefully(text, region)


@lru_cache(maxsize=16384)
def carefully(text: str, region: str) -> Phone | None:
    """The number as the phonenumbers library reads it: any country, extensions, any decoration."""
    text = text.strip()
    if _FLOAT.fullmatch(text):
        text = text[:-2]
    if not _WRITTEN.fullmatch(text):
        return None
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return Phone(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), number.extension or "")


def shown(number: str) -> str:
    """A number in E.164 as people read it: "+44 7700 900417". What is no number is shown as it is."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
