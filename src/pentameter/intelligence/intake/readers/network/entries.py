"""A record of another tool, whatever format it came in: a thing, or what joins two things."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pentameter.intelligence.intake.drafts import Problem
from pentameter.intelligence.intake.relations import Relation
from pentameter.intelligence.vocabulary import MentionKind

Facts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """Something that a record is about: its kind, and what is known of it by the names of `MentionDraft.values`."""

    kind: MentionKind
    facts: Facts


@dataclass(frozen=True, slots=True)
class End:
    """An end of a link: under which field the record names it, and by which id."""

    field: str
    id: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record. `seen` begins with the thing itself; a link has `ends` instead.

    `called` is what the record is, in words that identify nobody; `as_sent` is all that it says.
    """

    number: int
    id: str
    called: str
    as_sent: str
    seen: tuple[Seen, ...] = ()
    ends: tuple[End, ...] = ()
    relation: Relation | None = None
    days: tuple[str, str] = ("", "")
    conditions: str = ""
    faults: tuple[Problem, ...] = field(default=())


def fault(number: int, name: str, code: str, sentence: str) -> Problem:
    """What is wrong with a record, by its row and field."""
    return Problem(name, code, f"Row {number}, {name}: {sentence}")
