"""When the machine decides alone, as tables."""

import uuid

import pytest

from pentameter.entities.rules.deciding import (
    MOST_COMPARED,
    Doubt,
    Side,
    may_be_compared,
    may_be_decided_alone,
    may_decide,
)
from pentameter.intelligence.vocabulary import PersonRole

A, B = uuid.UUID(int=1), uuid.UUID(int=2)


def side(*roles: str, report: uuid.UUID = A, mentions: int = 1) -> Side:
    return Side(frozenset(roles), frozenset({report}), mentions)


@pytest.mark.parametrize("role", [*PersonRole, "", "something new"])
def test_only_these_roles_are_decided_by_the_machine(role: str) -> None:
    assert may_be_decided_alone(role).allowed is (role in ("suspect", "witness", "buyer"))


@pytest.mark.parametrize(
    ("left", "right", "weight", "allowed"),
    [
        (side("suspect"), side("buyer", report=B), 20.0, True),
        (side("suspect"), side("suspect", report=B), 14.0, True),
        (side("suspect"), side("suspect", report=B), 13.9, False),
        (side("suspect"), side("suspect", report=B), float("nan"), False),
        (side("suspect"), side("victim", report=B), 20.0, False),
        (side("suspect", "possible_victim"), side("suspect", report=B), 20.0, False),
        (side("suspect"), side("unknown", report=B), 20.0, False),
        (side("suspect"), side("", report=B), 20.0, False),
        (side("suspect"), side("suspect"), 20.0, False),
        (side("suspect"), side("suspect", report=B, mentions=MOST_COMPARED), 20.0, True),
        (side("suspect"), side("suspect", report=B, mentions=MOST_COMPARED + 1), 20.0, False),
    ],
)
def test_what_is_compared_at_all(left: Side, right: Side, weight: float, allowed: bool) -> None:
    verdict = may_be_compared(left, right, weight=weight, decide_at=14.0)
    assert verdict.allowed is allowed
    assert verdict == may_be_compared(right, left, weight=weight, decide_at=14.0)
    assert bool(verdict.reason) is not allowed


@pytest.mark.parametrize(
    ("doubt", "allowed"),
    [(Doubt(), True), (Doubt(("Different document numbers",)), False), (Doubt(judged_apart=True), False)],
)
def test_nothing_contradicts(doubt: Doubt, allowed: bool) -> None:
    assert may_decide(doubt).allowed is allowed
