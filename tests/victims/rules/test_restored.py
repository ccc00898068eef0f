"""After a restore nobody is called clear until two people have confirmed that nothing is missing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from pentameter.victims.rules.restored import LOST, Confirmed, Restored, may_confirm, nothing_is_missing

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
NEW = Restored(AT, AT + timedelta(hours=3))
ONE, TWO = replace(NEW, first_by="a"), replace(NEW, first_by="a", second_by="b")


@pytest.mark.parametrize(
    ("restores", "whole"),
    [((), True), ((TWO,), True), ((NEW,), False), ((ONE,), False), ((TWO, ONE), False), ((TWO, TWO), True)],
)
def test_only_what_two_confirmed_counts(restores: tuple[Restored, ...], whole: bool) -> None:
    found = nothing_is_missing(restores)
    assert found.allowed is whole
    assert found.reason == ("" if whole else LOST)


@pytest.mark.parametrize(
    ("restore", "by", "allowed"),
    [(NEW, "a", True), (ONE, "a", False), (ONE, "b", True), (TWO, "a", False), (TWO, "c", False)],
)
def test_two_people_confirm_and_never_one_twice(restore: Restored, by: str, allowed: bool) -> None:
    assert may_confirm(restore, by).allowed is allowed


def test_how_far_it_has_come_is_said() -> None:
    assert [one.confirmed for one in (NEW, ONE, TWO)] == [Confirmed.BY_NOBODY, Confirmed.BY_ONE, Confirmed.BY_TWO]
