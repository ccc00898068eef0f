"""A release as text that never changes: the same content is the same text, and a digest proves it."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from pentameter.releases.shelf.content import FORMAT, Code, Content, Description, Dimension, Range, Table


class Altered(Exception):  # noqa: N818 - what happened, as people say it
    """What was frozen is not what it was, or was frozen by later software."""


def digest(frozen: str | bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return sha256(frozen.encode() if isinstance(frozen, str) else frozen).hexdigest()


def canonical(said: object) -> str:
    """As JSON with keys in order and no spaces."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_written)


def freeze(content: Content) -> str:
    """The release as canonical text."""
    return canonical(asdict(content))


def thaw(frozen: str, expected: str) -> Content:
    """The release as it was frozen.

    Raises:
        Altered: the text is not the one of the digest `expected`, or of a format that is not known here.
    """
    if digest(frozen) != expected:
        raise Altered("The text of this release is not the one that its digest was made of.")
    said = json.loads(frozen)
    if said["format"] != FORMAT:
        raise Altered(f"This release was frozen in format {said['format']}, which this software does not read.")
    plain = {
        "as_of": date.fromisoformat(said["as_of"]),
        "published_at": datetime.fromisoformat(said["published_at"]),
        "description": Description(**said["description"]),
        "tables": tables_of(said["tables"]),
        "ranges": ranges_of(said["ranges"]),
        "access": tuple(said["access"]),
    }
    return Content(**(said | plain))


def plain_tables(tables: Iterable[Table]) -> list[dict[str, Any]]:
    """Tables as JSON has them."""
    return [asdict(one) for one in tables]


def tables_of(said: Iterable[dict[str, Any]]) -> tuple[Table, ...]:
    """Tables from JSON."""
    return tuple(_table(one) for one in said)


def ranges_of(said: Iterable[dict[str, Any]]) -> tuple[Range, ...]:
    """Ranges from JSON."""
    return tuple(Range(**(one | {"as_of": date.fromisoformat(one["as_of"])})) for one in said)


def _table(said: dict[str, Any]) -> Table:
    dimensions = tuple(
        Dimension(one["name"], one["title"], tuple(Code(**code) for code in one["codes"])) for one in said["dimensions"]
    )
    as_of = said["as_of"] if isinstance(said["as_of"], date) else date.fromisoformat(said["as_of"])
    plain = {"dimensions": dimensions, "values": tuple(said["values"]), "as_of": as_of, "notes": tuple(said["notes"])}
    return Table(**(said | plain))


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be frozen.")
