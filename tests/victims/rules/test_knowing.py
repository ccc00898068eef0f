"""Who may be told of a case, and for how long."""

from datetime import UTC, date, datetime

import pytest

from cast import administrator, caseworker, cleveland_sergeant, durham_constable, editor, removals_officer
from pentameter.kernel.actor import Actor
from pentameter.victims.rules.knowing import glass_until, may_be_assigned, may_be_shown, may_share_until

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("person", "agency", "allowed"),
    [
        (caseworker(), "northern-support", True),
        (caseworker(), "an-cuan", False),
        (caseworker(), "", False),
        (durham_constable(), "durham", False),
    ],
)
def test_who_works_with_her_is_of_the_organisation_that_supports_her(person: Actor, agency: str, allowed: bool) -> None:
    assert may_be_assigned(person, support_agency=agency).allowed is allowed


@pytest.mark.parametrize(
    ("person", "allowed"),
    [
        (caseworker(), True),
        (cleveland_sergeant(), True),
        (removals_officer(), False),
        (administrator(), False),
        (editor(), False),
    ],
)
def test_no_share_leads_past_the_firewall(person: Actor, allowed: bool) -> None:
    assert may_be_shown(person).allowed is allowed


@pytest.mark.parametrize(
    ("until", "allowed"),
    [(TODAY, True), (date(2026, 5, 30), True), (date(2026, 5, 31), False), (date(2026, 2, 28), False)],
)
def test_a_share_lasts_90_days_at_most(until: date, allowed: bool) -> None:
    assert may_share_until(until, today=TODAY).allowed is allowed


def test_broken_glass_opens_for_four_hours() -> None:
    assert glass_until(datetime(2026, 3, 1, 22, tzinfo=UTC)) == datetime(2026, 3, 2, 2, tzinfo=UTC)
