"""The standard's fields and the codes of its lists, from the tables in `data`."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources

_NOT_A_LETTER = re.compile(r"[\W_]+")


class Kind(StrEnum):
    """What a field holds. `OPEN` is a list of codes to which anyone may add."""

    TEXT = "text"
    TEXTS = "texts"
    DAY = "day"
    YES_NO = "yes_no"
    NUMBER = "number"
    ONE = "one"
    SEVERAL = "several"
    OPEN = "open"
    COUNTRY = "country"
    COUNTRIES = "countries"
    LANGUAGE = "language"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Field:
    """A field. `place` is where a case keeps what it says; "further" where it has no place of its own."""

    name: str
    label: str
    section: str
    kind: Kind
    core: bool
    deprecated: bool
    place: str


def rows(name: str) -> Iterator[dict[str, str]]:
    """A table of `data`."""
    text = (resources.files("pentameter.victims") / "data" / name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def fold(text: str) -> str:
    """A code or name without case, spaces, hyphens and underscores: the standard's own tables differ in them."""
    return _NOT_A_LETTER.sub("", text).casefold()


FIELDS: Mapping[str, Field] = {
    row["field"]: Field(
        name=row["field"],
        label=row["label"],
        section=row["section"],
        kind=Kind(row["kind"]),
        core=row["core"] == "yes",
        deprecated=row["status"] == "deprecated",
        place=row["place"],
    )
    for row in rows("htcds_fields.csv")
}
"""Every field by its full name, in the order of the standard."""


def _codes() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in rows("htcds_codes.csv"):
        found.setdefault(row["field"], {})[fold(row["code"])] = row["written"]
    return found


CODES: Mapping[str, Mapping[str, str]] = _codes()
"""How each field's codes are written, by field and folded code."""
