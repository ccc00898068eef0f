"""Which links can be said by hand, as a table."""

from datetime import date, timedelta

import pytest

from pentameter.entities.rules.links import Wanted, may_link, may_strike
from pentameter.intelligence.intake.relations import Relation

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("wanted", "allowed", "reason"),
    [
        (Wanted("person", Relation.USES, "phone"), True, ""),
        (Wanted("person", Relation.CONTROLS, "person"), True, ""),
        (Wanted("person", Relation.LIVES_AT, "premises", from_on=TODAY - timedelta(9), to_on=TODAY), True, ""),
        (Wanted("person", Relation.CONTROLS, "person", one_thing=True), False, "Both are the same thing."),
        (Wanted("phone", Relation.USES, "person"), False, "needs organisation or person before it, and this is phone"),
        (Wanted("person", Relation.LIVES_AT, "vehicle"), False, "needs premises after it, and this is vehicle"),
        (Wanted("person", Relation.NAMED_TOGETHER, "person"), False, "Say how they are linked."),
        (Wanted("person", Relation.USES, "phone", to_on=TODAY + timedelta(1)), False, "has not come yet"),
        (
            Wanted("person", Relation.USES, "phone", from_on=TODAY, to_on=TODAY - timedelta(1)),
            False,
            "The last day is before the first.",
        ),
    ],
)
def test_what_can_be_said(wanted: Wanted, allowed: bool, reason: str) -> None:
    verdict = may_link(wanted, today=TODAY)
    assert verdict.allowed is allowed
    assert reason in verdict.reason


@pytest.mark.parametrize(
    ("agency", "by", "struck", "allowed"),
    [
        ("durham", "durham", False, True),
        ("durham", "kent", False, False),
        ("durham", "durham", True, False),
        ("", "", False, False),
    ],
)
def test_who_may_strike(agency: str, by: str, struck: bool, allowed: bool) -> None:
    assert may_strike(agency=agency, by_agency=by, struck=struck).allowed is allowed
