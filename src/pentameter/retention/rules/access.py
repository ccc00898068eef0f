"""What somebody who asks what is held about her is given, what is left out and why, and how it may reach her.

Source: the right of access, General Data Protection Regulation art. 15 (Ireland) and the United Kingdom's retained
version with the Data Protection Act 2018; art. 15(4): not at the cost of others' rights. Which exemption carries which
line of `data/left_out.csv` is to confirm by whoever is responsible for the data.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

_DATA = Path(__file__).parents[1] / "data"
SHORTEST = 14
"""Characters of a password that seals a file."""


class Asker(StrEnum):
    """Who asks, and how it is known that they may."""

    HERSELF = "herself"
    DOCUMENT = "document"
    REPRESENTATIVE = "representative"

    @property
    def words(self) -> str:
        """As people say it."""
        return {
            Asker.HERSELF: "She herself, whom her caseworker knows",
            Asker.DOCUMENT: "She herself, by a document that was seen",
            Asker.REPRESENTATIVE: "Her representative, by an authority in her hand that she confirmed herself",
        }[self]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A kind of thing that is left out. `count` None: even whether there is any is not said."""

    label: str
    count: int | None
    why: str


def left_out(counts: Mapping[str, int]) -> tuple[LeftOut, ...]:
    """All that is left out, with how many of each and why. What there is none of is not listed."""
    rows = ((one["label"], counts.get(one["what"], 0), one["counted"] == "yes", one["why"]) for one in _rows())
    return tuple(
        LeftOut(label, count if counted else None, why) for label, count, counted, why in rows if count or not counted
    )


def may_release(*, asked_by: str, by: str) -> Verdict:
    """Whether a second person may release it."""
    if asked_by == by:
        return refused("You asked for this yourself. Another person has to release it.")
    return ALLOWED


def may_seal(password: str, *, safe_contact: str, warned: bool) -> Verdict:
    """Whether the file may leave sealed by a password, to reach her otherwise than in person.

    Args:
        password: what seals it; empty: it is handed over in person.
        safe_contact: when and how it is safe to reach her, as the record says; empty: not known.
        warned: whether a warning not to contact her stands.
    """
    if not password:
        return ALLOWED
    if warned:
        return refused("A warning not to contact her stands. Hand the file over in person: leave the password empty.")
    if not safe_contact.strip():
        return refused("No safe way to reach her is known. Hand the file over in person: leave the password empty.")
    if len(password) < SHORTEST:
        return refused(f"Choose a password of at least {SHORTEST} characters, such as four words.")
    return ALLOWED


def _count(row: Mapping[str, str], counts: Mapping[str, int]) -> int | None:
    return counts.get(row["what"], 0) if row["counted"] == "yes" else None


@cache
def _all() -> tuple[dict[str, str], ...]:
    with open(_DATA / "left_out.csv", encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _rows() -> Iterator[dict[str, str]]:
    yield from _all()
