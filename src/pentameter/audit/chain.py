"""The chain: every row's digest covers the row before it. Pure.

A row's digest is SHA-256 over a canonical JSON text (keys in order, no spaces, UTF-8) of its facts and the digest of
the row before. Whoever changes one row has to change every row after it, and a signed checkpoint shows that.

A row's content is the same text without its number and its predecessor: it stays what it is wherever the row is moved.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from json.encoder import encode_basestring as quoted
from typing import NamedTuple

GENESIS = "0" * 64


class Row(NamedTuple):
    """What a row says, as it lies in the database. `at` is a moment in UTC, written with microseconds."""

    seq: int
    at: str
    event: str
    actor: str
    role: str
    agency: str
    subject_type: str
    subject_id: str
    purpose: str
    detail: str
    previous: str
    digest: str = ""


class Text(NamedTuple):
    """A row's canonical text in its parts, so that a row can be tried under another number."""

    before: str
    middle: str
    after: str

    def under(self, seq: int, previous: str) -> str:
        """The digest that the row would have as number `seq` after `previous`."""
        text = f'{self.before}"previous":{quoted(previous)},{self.middle}"seq":{seq},{self.after}'
        return hashlib.sha256(text.encode()).hexdigest()

    def content(self) -> bytes:
        """What the row says, whatever its number: 32 bytes."""
        return hashlib.sha256(f"{self.before}{self.middle}{self.after}".encode()).digest()


def text(row: Row) -> Text:
    """The canonical text of a row: what `json.dumps(..., sort_keys=True)` gives, only sooner."""
    return Text(
        f'{{"actor":{quoted(row.actor)},"agency":{quoted(row.agency)},"at":{quoted(row.at)},'
        f'"detail":{quoted(row.detail)},"event":{quoted(row.event)},',
        f'"purpose":{quoted(row.purpose)},"role":{quoted(row.role)},',
        f'"subject_id":{quoted(row.subject_id)},"subject_type":{quoted(row.subject_type)}}}',
    )


def digest(row: Row) -> str:
    """The digest that belongs to the row, 64 hexadecimal digits."""
    return text(row).under(row.seq, row.previous)


def moment(at: datetime) -> str:
    """A moment as the chain writes it."""
    return at.isoformat(timespec="microseconds")


def canonical(detail: Mapping[str, object]) -> str:
    """A row's detail as text that is the same on every database."""
    return json.dumps(detail, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
