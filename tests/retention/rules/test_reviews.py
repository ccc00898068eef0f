"""What may be decided: one thing that stands against it, or is not known, is enough."""

from dataclasses import replace
from datetime import date

import pytest

from pentameter.retention.rules.groups import Kind, group_of
from pentameter.retention.rules.reviews import (
    Facts,
    may_confirm,
    may_dispose,
    may_lift,
    may_propose,
    may_retain,
    standing_against,
)

TODAY = date(2026, 12, 1)
FREE = Facts(
    kind=Kind.REPORT,
    due=date(2026, 12, 1),
    gone=False,
    under_hold=False,
    protects=False,
    investigated=False,
    being_decided=False,
    all_there=True,
)


def test_what_nothing_stands_against_may_go() -> None:
    assert may_dispose(FREE, today=TODAY).allowed


@pytest.mark.parametrize("fact", ["gone", "under_hold", "protects", "investigated", "being_decided"])
@pytest.mark.parametrize("value", [True, None])
def test_what_stands_against_it_or_is_not_known_retains_it(fact: str, value: bool | None) -> None:
    assert not may_dispose(replace(FREE, **{fact: value}), today=TODAY).allowed


@pytest.mark.parametrize(
    "changed",
    [{"due": None}, {"due": date(2026, 12, 2)}, {"all_there": False}, {"all_there": None}]
    + [{"kind": kind} for kind in Kind if kind not in (Kind.CASE, Kind.REPORT)],
)
def test_no_day_a_later_day_a_restore_and_other_kinds(changed: dict[str, object]) -> None:
    assert not may_dispose(replace(FREE, **changed), today=TODAY).allowed


def test_nothing_is_known_of_what_nobody_asked_about() -> None:
    assert len(standing_against(Facts(Kind.CASE, None), today=TODAY)) == 7


def test_two_people_and_a_reason() -> None:
    assert not may_propose(FREE, "", today=TODAY).allowed
    assert not may_propose(FREE, "harm", today=TODAY).allowed
    assert may_propose(FREE, "over", today=TODAY).allowed
    assert not may_confirm(FREE, proposed_by="a", by="a", today=TODAY).allowed
    assert may_confirm(FREE, proposed_by="a", by="b", today=TODAY).allowed
    assert not may_confirm(replace(FREE, protects=None), proposed_by="a", by="b", today=TODAY).allowed
    assert not may_lift(placed_by="a", by="a").allowed
    assert may_lift(placed_by="a", by="b").allowed


@pytest.mark.parametrize(
    ("reason", "until", "allowed"),
    [
        ("harm", date(2027, 1, 1), True),
        ("harm", date(2036, 12, 1), True),
        ("harm", date(2036, 12, 2), False),
        ("harm", TODAY, False),
        ("over", date(2027, 1, 1), False),
    ],
)
def test_until_when_it_may_be_retained(reason: str, until: date, allowed: bool) -> None:
    assert may_retain(group_of(Kind.REPORT), reason, until, today=TODAY).allowed is allowed
