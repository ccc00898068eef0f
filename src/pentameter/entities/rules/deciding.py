"""When the machine decides alone that two people are one: only where nobody could be harmed by its being wrong.

A weight above the threshold at which the model was right in 999 of 1,000 pairs is needed, and is not enough. Whoever
may be a victim is recognised by people and not by a machine; where no role is known, she may be one. Nothing of the
one thing may contradict anything of the other, and a report that names two people means two.
"""

from dataclasses import dataclass
from uuid import UUID

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

DECIDABLE_ROLES = frozenset({"suspect", "witness", "buyer"})
"""The roles of those whom the machine may recognise alone. All others, and none at all, are for people to judge."""

MOST_COMPARED = 400
"""Pairs of mentions that are looked through for a contradiction. Past it the things are so large that people look."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things, as far as it matters for deciding: the roles and reports of its mentions."""

    roles: frozenset[str]
    reports: frozenset[UUID]
    mentions: int = 1


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks against two things being one, whatever the weight."""

    contradictions: tuple[str, ...] = ()
    judged_apart: bool = False


def may_be_decided_alone(role: str) -> Verdict:
    """Whether the machine may recognise somebody in this role at all."""
    if role in DECIDABLE_ROLES:
        return ALLOWED
    return refused("Whoever is, or may be, a victim is recognised by people.")


def may_be_compared(left: Side, right: Side, *, weight: float, decide_at: float) -> Verdict:
    """Whether it is worth looking for contradictions between two things: nothing else speaks against deciding."""
    if not weight >= decide_at:
        return refused("The model is not sure enough to decide alone.")
    for role in sorted(left.roles | right.roles):
        if not (verdict := may_be_decided_alone(role)).allowed:
            return verdict
    if left.reports & right.reports:
        return refused("One report names both, and means two people.")
    if left.mentions * right.mentions > MOST_COMPARED:
        return refused("There are too many mentions to be sure that none contradicts another.")
    return ALLOWED


def may_decide(doubt: Doubt) -> Verdict:
    """Whether the machine decides that two things are one, once `may_be_compared` has allowed it."""
    if doubt.judged_apart:
        return refused("They were judged to be different.")
    if doubt.contradictions:
        return refused(f"They contradict each other: {doubt.contradictions[0]}.")
    return ALLOWED
