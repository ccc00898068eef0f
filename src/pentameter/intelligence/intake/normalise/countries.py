"""Nationalities as ISO 3166-1 alpha-2 codes, from codes, names of countries and demonyms."""

from functools import cache

from pentameter.intelligence.intake.normalise.tables import rows
from pentameter.intelligence.intake.normalise.words import fold


@cache
def _by_name() -> dict[str, str]:
    """Every folded name, demonym and code, with its alpha-2 code. Codes of two letters win."""
    table = list(rows("countries.csv"))
    names = {
        fold(name): row["alpha2"] for row in table for name in (row["name"], row["alpha3"], *row["other"].split("|"))
    }
    names.pop("", None)
    return names | {row["alpha2"].casefold(): row["alpha2"] for row in table}


def code(text: str) -> str | None:
    """The country's alpha-2 code: "Romanian", "romania", "ROU" and "ro" are all RO."""
    return _by_name().get(text.strip().casefold()) or _by_name().get(fold(text))


@cache
def _names() -> dict[str, str]:
    return {row["alpha2"]: row["name"] for row in rows("countries.csv")}


def name(alpha2: str) -> str:
    """The country's name in English; what was given where it is no code."""
    return _names().get(alpha2, alpha2)
