"""A version as text that never changes: the same content is the same text, and a digest proves it."""

import json
from dataclasses import asdict
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from pentameter.picture.assessment.rules.content import (
    FORMAT,
    Assessment,
    Cell,
    Column,
    Drawing,
    Kind,
    Missing,
    Section,
    Table,
    Written,
)

_MISSING = "missing"


class Altered(Exception):  # noqa: N818 - what happened, as people say it
    """What was frozen is not what it was, or was frozen by later software."""


def freeze(assessment: Assessment) -> str:
    """The assessment as canonical JSON: keys in order, no spaces."""
    said = asdict(assessment)
    for section in said["sections"]:
        for table in section["tables"]:
            table["rows"] = [[_cell(cell) for cell in row] for row in table["rows"]]
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_written)


def digest(frozen: str) -> str:
    """SHA-256 over the frozen text, in hexadecimal digits."""
    return sha256(frozen.encode()).hexdigest()


def thaw(frozen: str, expected: str) -> Assessment:
    """The assessment as it was frozen.

    Raises:
        Altered: if the text is not the one of the digest `expected`, or of a format that is not known here.
    """
    if digest(frozen) != expected:
        raise Altered("The frozen text of this version is not the one that its digest was made of.")
    said = json.loads(frozen)
    if said["format"] != FORMAT:
        raise Altered(f"This version was frozen in format {said['format']}, which this software does not read.")
    said["as_of"], said["made_at"] = date.fromisoformat(said["as_of"]), datetime.fromisoformat(said["made_at"])
    said["sections"] = tuple(_section(one) for one in said["sections"])
    said["texts"] = tuple(_text(one) for one in said["texts"])
    return Assessment(**said)


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be frozen.")


def _cell(cell: Cell) -> object:
    return {_MISSING: cell.value} if isinstance(cell, Missing) else cell


def _thawed(cell: Any) -> Cell:
    thawed: Cell = Missing(cell[_MISSING]) if isinstance(cell, dict) else cell
    return thawed


def _section(said: dict[str, Any]) -> Section:
    drawings = tuple(Drawing(**(one | {"as_of": date.fromisoformat(one["as_of"])})) for one in said["drawings"])
    tables = tuple(_table(one) for one in said["tables"])
    return Section(said["key"], said["title"], tuple(said["lead"]), drawings, tables, tuple(said["notes"]))


def _table(said: dict[str, Any]) -> Table:
    plain = {
        "columns": tuple(Column(one["label"], Kind(one["kind"])) for one in said["columns"]),
        "rows": tuple(tuple(_thawed(cell) for cell in row) for row in said["rows"]),
        "as_of": date.fromisoformat(said["as_of"]),
        "notes": tuple(said["notes"]),
    }
    return Table(**(said | plain))


def _text(said: dict[str, Any]) -> Written:
    at = datetime.fromisoformat(said["written_at"])
    return Written(said["section"], said["body"], tuple(said["authors"]), at, said["version"])
