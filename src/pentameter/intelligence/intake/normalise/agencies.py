"""Short names of agencies and the areas of the map, from what people write."""

import re
from functools import cache, lru_cache

from pentameter.intelligence.intake.normalise.tables import rows
from pentameter.intelligence.intake.normalise.words import fold

_SHORT_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


@cache
def _areas() -> dict[str, str]:
    """Every folded name of an area or of the one agency whose area it is."""
    areas: dict[str, str] = {}
    for row in rows("agencies.csv"):
        if row["area"]:
            areas |= {fold(name): row["area"] for name in (row["agency"], *row["names"].split("|"))}
    for row in rows("areas.csv"):
        areas |= {fold(name): row["area"] for name in (row["area"], *row["other"].split("|")) if name}
    return areas


@cache
def _own_areas() -> dict[str, str]:
    return {row["agency"]: row["area"] for row in rows("agencies.csv")}


@cache
def _names() -> dict[str, str]:
    return {fold(name): row["agency"] for row in rows("agencies.csv") for name in row["names"].split("|")}


def areas() -> tuple[str, ...]:
    """The areas of the map, as their names are printed."""
    return tuple(row["area"] for row in rows("areas.csv"))


def own_area(agency: str) -> str:
    """The area that is an agency's own; empty where it has none, or several."""
    return _own_areas().get(agency, "")


@lru_cache(maxsize=1024)
def area(text: str) -> str | None:
    """The area that is meant."""
    return _areas().get(fold(text))


@lru_cache(maxsize=1024)
def is_same(text: str, agency: str) -> bool:
    """Whether the text names the agency: by its short name or by one of its names."""
    folded = fold(text)
    return folded == fold(agency) or _names().get(folded) == agency


def short_name(text: str) -> str | None:
    """The short name of an agency, from one of its names or as it is; None where it cannot be one."""
    name = _names().get(fold(text)) or "-".join(text.casefold().split())
    return name if _SHORT_NAME.fullmatch(name) else None
