"""Phones and codes as they are looked for: any four signs of them in a row.

A code is a registration, a document, the reference of an advert, a postcode. Four signs are found wherever they stand;
a longer part is found by runs of four in it, and what was found is opened and compared.
"""

import re
from functools import lru_cache

import phonenumbers

from pentameter.intelligence.intake.normalise.words import plain_words

RUN = 4
_DIALLED = re.compile(r"[\d\s()+\-./\u00a0\u2010-\u2014]+")
_TRUNK = re.compile(r"\(\s*0\s*\)")
_CODES = frozenset(str(code) for code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE)
_HOME = ("44", "353")


def compact(text: str) -> str:
    """Plain letters and figures, without what stands between them: "NK07 ABC" is nk07abc."""
    return "".join(plain_words(text))


def runs(signs: str) -> frozenset[str]:
    """Every run of four signs; what is shorter is found whole."""
    return (
        frozenset(signs[start : start + RUN] for start in range(max(1, len(signs) - RUN + 1))) if signs else frozenset()
    )


def rare_runs(part: str) -> tuple[str, ...]:
    """Runs that a part is looked for by: its last signs, which vary most, and those before them."""
    if len(part) <= RUN:
        return (part,)
    return part[-RUN:], part[max(0, len(part) - 2 * RUN) :][:RUN]


@lru_cache(maxsize=65536)
def dialled(number: str) -> str:
    """A number in E.164 as it is dialled at home: "+447700900417" is 07700900417."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return compact(number)
    return f"0{phonenumbers.national_significant_number(parsed)}"


def parts_of_phone(asked: str) -> frozenset[str]:
    """What part of a dialled number was typed, in every way in which it can be meant; nothing where it is no number."""
    if not _DIALLED.fullmatch(asked.strip()):
        return frozenset()
    digits = compact(_TRUNK.sub("", asked))
    abroad = digits.removeprefix("00") if digits.startswith("00") else digits if asked.strip().startswith("+") else ""
    found = {digits, *(abroad[len(code) :] for code in _codes(abroad)), *_at_home(digits)}
    return frozenset(one for one in found if len(one) >= RUN)


def _codes(digits: str) -> list[str]:
    return [digits[:length] for length in (1, 2, 3) if digits[:length] in _CODES]


def _at_home(digits: str) -> list[str]:
    """Without the country code of either state, typed without its sign."""
    return [digits[len(code) :] for code in _HOME if digits.startswith(code)]
