"""What every field of every table is: how sensitive, and how long it is kept.

Each context says it of its own models in `sensitivity.csv`; `third_party.csv` says it of the tables of packages.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from django.apps import apps


class Sensitivity(StrEnum):
    """Who could be harmed if it were known."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PERSONAL = "personal"
    SEALED = "sealed"

    @property
    def meaning(self) -> str:
        """In words."""
        return _SENSITIVITY[self]


class Kept(StrEnum):
    """How long it is kept."""

    FOR_EVER = "for_ever"
    REVIEW = "review"
    UNTIL_ERASED = "until_erased"
    IN_USE = "in_use"
    THIRTY_DAYS = "thirty_days"
    SESSION = "session"

    @property
    def meaning(self) -> str:
        """In words."""
        return _KEPT[self]


_SENSITIVITY = {
    Sensitivity.PUBLIC: "published, or fit to be",
    Sensitivity.INTERNAL: "for those who work here; says nothing of a person",
    Sensitivity.PERSONAL: "says something of a person, or could lead to one",
    Sensitivity.SEALED: "encrypted, or a digest: who reads the database learns nothing from it",
}
_KEPT = {
    Kept.FOR_EVER: "never deleted: it proves what happened, or was published",
    Kept.REVIEW: "until the review of the operation that it belongs to; nothing deletes it by itself",
    Kept.UNTIL_ERASED: "as the record that it belongs to; unreadable once its key is deleted",
    Kept.IN_USE: "as long as it is in use; what was used once is closed and not deleted",
    Kept.THIRTY_DAYS: "thirty days",
    Kept.SESSION: "until the sign-in ends",
}


@dataclass(frozen=True, slots=True)
class Declared:
    """What is said of a field."""

    model: str
    field: str
    sensitivity: Sensitivity
    kept: Kept


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """What is said of a table that a package brings: its most sensitive field counts."""

    table: str
    sensitivity: Sensitivity
    kept: Kept
    what: str


@cache
def declared() -> tuple[Declared, ...]:
    """Everything that the contexts say of their fields; `model` is like "audit.Entry"."""
    return tuple(_declared())


@cache
def third_party() -> tuple[ThirdParty, ...]:
    """Everything that is said of the tables of packages."""
    rows = _rows(Path(__file__).with_name("third_party.csv"))
    return tuple(
        ThirdParty(row["table"], Sensitivity(row["sensitivity"]), Kept(row["kept"]), row["what"]) for row in rows
    )


def data_dictionary() -> str:
    """All of it as a page."""
    fields = [f"| {one.model} | {one.field} | {one.sensitivity} | {one.kept} |\n" for one in declared()]
    tables = [f"| {one.table} | {one.sensitivity} | {one.kept} | {one.what} |\n" for one in third_party()]
    return (
        "# What is kept\n\n"
        + _meanings("sensitivity", {one.value: one.meaning for one in Sensitivity})
        + _meanings("kept", {one.value: one.meaning for one in Kept})
        + "## Our tables\n\n| table | field | sensitivity | kept |\n| --- | --- | --- | --- |\n"
        + "".join(fields)
        + "\n## Tables that packages bring\n\n| table | sensitivity | kept | what |\n| --- | --- | --- | --- |\n"
        + "".join(tables)
    )


def _meanings(heading: str, meanings: dict[str, str]) -> str:
    lines = "".join(f"| {value} | {meaning} |\n" for value, meaning in meanings.items())
    return f"| {heading} | meaning |\n| --- | --- |\n{lines}\n"


def _declared() -> Iterator[Declared]:
    for app in apps.get_app_configs():
        path = Path(app.path) / "sensitivity.csv"
        for row in _rows(path) if path.exists() else ():
            label = f"{app.label}.{row['model']}"
            yield Declared(label, row["field"], Sensitivity(row["sensitivity"]), Kept(row["kept"]))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
