"""The register's table: one row a law and jurisdiction, read once. What the table cannot mean is an error at once."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pentameter.justice.rules.offence import Mark, Offence, Scope, Span
from pentameter.kernel.actor import Jurisdiction

Row = Mapping[str, str]
OF_THE_LAW = ("name", "statute", "scope", "trafficking", "max_penalty", "note", "source", "verification")
"""What a law has in common with itself: the same in each of its rows."""
COMMON_LAW = "common law"


class TableError(Exception):
    """The table of laws says something that it cannot mean."""


def rows() -> Iterator[Row]:
    """The table as it lies."""
    text = (files("pentameter.justice") / "data" / "offences.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


@cache
def table() -> Mapping[str, Offence]:
    """Every law by its code, in the table's order."""
    return read(rows())


def read(given: Iterator[Row]) -> Mapping[str, Offence]:
    """The laws of these rows.

    Raises:
        TableError: rows of one law contradict each other, or a law is twice in one jurisdiction.
    """
    found: dict[str, list[Row]] = {}
    for row in given:
        found.setdefault(row["code"], []).append(row)
    return MappingProxyType({code: _offence(code, of_it) for code, of_it in found.items()})


def _offence(code: str, of_it: list[Row]) -> Offence:
    first = of_it[0]
    spans = {Jurisdiction(row["jurisdiction"]): _span(row) for row in of_it}
    if len(spans) < len(of_it):
        raise TableError(f"{code} is twice in one jurisdiction.")
    if contradicted := [name for name in OF_THE_LAW for row in of_it if row[name] != first[name]]:
        raise TableError(f"{code} contradicts itself in its {contradicted[0]}.")
    return Offence(
        code=code,
        name=first["name"],
        statute=first["statute"],
        scope=Scope(first["scope"]),
        trafficking=first["trafficking"] == "yes",
        max_penalty=first["max_penalty"],
        note=first["note"],
        source=first["source"],
        verification=first["verification"],
        spans=MappingProxyType(spans),
    )


def _span(row: Row) -> Span:
    already = row["in_force_already"]
    span = Span(
        start=_day(row["from_on"]),
        to=_day(row["to_on"]),
        already=None if already == COMMON_LAW else _day(already),
        not_before=_day(row["not_before"]),
        common_law=already == COMMON_LAW,
        section=row["section"],
        to_confirm=frozenset(Mark(mark) for mark in row["to_confirm"].split(";") if mark),
    )
    if span.start and (already or (span.to and span.to < span.start)):
        raise TableError(f"{row['code']} contradicts itself in its days.")
    return span


def _day(given: str) -> date | None:
    return date.fromisoformat(given) if given else None
