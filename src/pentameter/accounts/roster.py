"""The agencies that an installation begins with, as their files say. Pure: no database.

`data/agencies.csv` holds the forces of 2007 and of today with source and verification for each, and the authorities
under general names; `data/successions.csv` who took whose place; `data/demo_agencies.csv` the invented ones.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from pentameter.kernel.actor import AgencySector, Jurisdiction

TO_CONFIRM = "to confirm"


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """One agency of the file."""

    slug: str
    name: str
    name_2007: str
    kind: str
    sector: AgencySector
    jurisdiction: Jurisdiction
    area: str
    time_zone: str
    current: bool
    existed_in_2007: bool
    counted_in_55: str
    area_code: str
    numeric_code: str
    region: str
    source: str
    verification: str


@dataclass(frozen=True, slots=True)
class SuccessionLine:
    """One agency took another's place. `successor` is empty where it is not in the list."""

    predecessor: str
    successor: str
    words: str
    succeeded_on: str
    to_confirm: bool


def agencies(*, demonstration: bool) -> tuple[AgencyLine, ...]:
    """The agencies, with the invented ones only in a demonstration."""
    names = ("agencies.csv", "demo_agencies.csv") if demonstration else ("agencies.csv",)
    return tuple(_agency(row) for name in names for row in _rows(name))


def successions() -> tuple[SuccessionLine, ...]:
    """Who took whose place, in the order in which it happened."""
    return tuple(
        SuccessionLine(
            predecessor=row["predecessor"],
            successor=row["successor"],
            words=row["words"],
            succeeded_on=row["succeeded_on"],
            to_confirm=TO_CONFIRM in row["verification"],
        )
        for row in _rows("successions.csv")
    )


def _agency(row: dict[str, str]) -> AgencyLine:
    return AgencyLine(
        slug=row["slug"],
        name=row["name"],
        name_2007=row["name_2007"],
        kind=row["kind"],
        sector=AgencySector(row["sector"]),
        jurisdiction=Jurisdiction(row["jurisdiction"]),
        area=row["area"],
        time_zone=row["time_zone"],
        current=row["current"] != "no",  # "check" is shown as current, with its mark
        existed_in_2007=row["existed_in_2007"] == "yes",
        counted_in_55=row["counted_in_55"],
        area_code=row["area_code"],
        numeric_code=row["numeric_code"],
        region=row["region"],
        source=row["source"],
        verification=row["verification"],
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("pentameter.accounts").joinpath("data", name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
