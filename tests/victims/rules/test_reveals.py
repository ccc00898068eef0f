"""How freely where somebody is may be opened: a table for who has read the policy."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cast import caseworker, durham_constable, durham_system, duty_desk
from pentameter.access.api import Operation, reach
from pentameter.kernel.actor import Role
from pentameter.victims.rules.reveals import factor_is_fresh, limits, within_rate

NOW = datetime(2026, 11, 3, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes_ago", "fresh"), [(0, True), (9, True), (10, True), (11, False), (600, False), (-1, False), (None, False)]
)
def test_a_second_factor_counts_for_ten_minutes(minutes_ago: int | None, fresh: bool) -> None:
    at = None if minutes_ago is None else NOW - timedelta(minutes=minutes_ago)
    assert factor_is_fresh(replace(caseworker(), factor_at=at), now=NOW).allowed is fresh


def test_systems_and_roles_without_limits_open_nothing() -> None:
    for actor in (durham_system(), durham_constable(), replace(caseworker(), second_factor=False)):
        assert not factor_is_fresh(replace(actor, factor_at=NOW), now=NOW).allowed
    assert not within_rate(durham_constable(), 0).allowed


@pytest.mark.parametrize(("actor", "most"), [(caseworker(), 20), (duty_desk(), 30)], ids=["caseworker", "desk"])
def test_so_many_looks_an_hour_and_no_more(actor: object, most: int) -> None:
    assert within_rate(actor, most - 1).allowed
    stopped = within_rate(actor, most)
    assert not stopped.allowed
    assert str(most) in stopped.reason


def test_every_role_that_may_see_where_she_is_has_limits() -> None:
    may = {role for role in Role if role is not Role.SYSTEM and reach(_of(role), Operation.SEE_WHEREABOUTS)}
    assert set(limits()) == may


def _of(role: Role) -> object:
    return replace(caseworker(), role=role)
