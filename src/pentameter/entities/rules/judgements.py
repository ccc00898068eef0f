"""Judgements: whether two mentions are of one thing. None is overwritten; of several on one pair the strongest holds.

A person's judgement stands over a machine's, however sure the machine is; of two persons' the later stands. An undone
judgement is as if it had never been made, so whatever it stood over holds again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class Finding(StrEnum):
    """What was found of two mentions."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Way(StrEnum):
    """How a judgement came about: a person looked, the model was sure enough, or both carry one identifier."""

    PERSON = "person"
    MACHINE = "machine"
    IDENTIFIER = "identifier"


Pair = tuple[UUID, UUID]
"""Two mentions, the smaller identifier first."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judgement on a pair. `score` is the match weight (log2 of odds) that a machine saw; a person's has none."""

    id: UUID
    left: UUID
    right: UUID
    finding: Finding
    way: Way
    made_at: datetime
    score: float = 0.0

    @property
    def pair(self) -> Pair:
        """The pair that it is about."""
        return self.left, self.right

    @property
    def by_person(self) -> bool:
        """Whether a person made it."""
        return self.way is Way.PERSON


def pair_of(one: UUID, other: UUID) -> Pair:
    """Two mentions in their order.

    Raises:
        ValueError: if they are one and the same.
    """
    if one == other:
        raise ValueError("A mention is not judged against itself.")
    return (one, other) if one < other else (other, one)


def holding(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """Of judgements that were not undone, the one that holds for each pair, whatever order they come in."""
    found: dict[Pair, Judgement] = {}
    for one in judgements:
        before = found.get(one.pair)
        if before is None or _standing(one) > _standing(before):
            found[one.pair] = one
    return found


def _standing(one: Judgement) -> tuple[bool, datetime, UUID]:
    return one.by_person, one.made_at, one.id


def may_judge(one: UUID, other: UUID, kind: str, other_kind: str) -> Verdict:
    """Whether two mentions can be judged at all: two of them, and of one kind."""
    if one == other:
        return refused("A mention is not judged against itself. Choose two.")
    if kind != other_kind:
        return refused(f"A {kind} and a {other_kind} are never the same. Link them instead.")
    return ALLOWED


def may_be_decided(finding: Finding, held: Judgement | None, *, undone: bool) -> Verdict:
    """Whether the machine may decide a pair by itself: not where a person judged it, or undid what it had decided."""
    if undone:
        return refused("Somebody undid what the machine had decided of this pair. It may propose it.")
    if held is not None and held.by_person:
        return refused("Somebody judged this pair.")
    if held is not None and held.finding is finding:
        return refused("This was already decided.")
    return ALLOWED


def may_undo(*, undone: bool) -> Verdict:
    """Whether a judgement can be undone now."""
    return refused("This judgement was already undone.") if undone else ALLOWED
