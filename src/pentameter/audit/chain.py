"""The chain: every row's digest covers the row before it. Pure.

A row's digest is SHA-256 over a canonical JSON text (sorted keys, no spaces, UTF-8) of its facts and the digest of the
row before. Whoever changes one row has to change every row after it, and a signed checkpoint shows that.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Facts:
    """What a row says. `at` is a moment in UTC, written with microseconds."""

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


def digest(facts: Facts, previous: str) -> str:
    """The row's digest, 64 hexadecimal digits."""
    text = json.dumps(
        {**asdict(facts), "previous": previous}, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    return hashlib.sha256(text.encode()).hexdigest()


def moment(at: datetime) -> str:
    """A moment as the chain writes it."""
    return at.isoformat(timespec="microseconds")


def canonical(detail: Mapping[str, object]) -> str:
    """A row's detail as text that is the same on every database."""
    return json.dumps(detail, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
