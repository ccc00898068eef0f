"""Which events open a period, and whose the conclusive decision is."""

from datetime import date

import pytest

from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.events import Clock
from pentameter.victims.rules.history import history
from pentameter.victims.rules.holds import HoldKind
from pentameter.victims.rules.law import Composition
from pentameter.victims.rules.periods import ENDS, holds, opened
from tests.victims.rules.stories import case

BOOK = rule_book()
TODAY = date(2025, 6, 1)


def periods(told, place="england_wales", clock=Clock.REMOVAL):
    return opened(place, clock, BOOK, history(case(place, told), TODAY))


@pytest.mark.parametrize(
    ("told", "starts"),
    [
        ("RG- 2024-03-01", []),
        ("RG+ 2024-03-01", ["2024-03-01"]),
        ("referred 2024-02-01; RG+ 2024-03-01", ["2024-03-01"]),
        ("RG+ 2024-03-01; RG+ on old facts 2024-06-01", ["2024-03-01"]),
        ("RG+ 2024-03-01; RG+ on new facts 2024-06-01", ["2024-03-01", "2024-06-01"]),
        ("RG+ 2024-03-01; RG+ 2024-06-01", ["2024-03-01", "2024-06-01"]),
        ("RG- 2024-03-01; RG+ on old facts 2024-06-01", ["2024-06-01"]),
        ("RG+ on old facts 2024-03-01", ["2024-03-01"]),
        ("RG+ 2022-03-01; RG+ on old facts 2022-06-01", ["2022-03-01", "2022-06-01"]),
        ("recognised 2007-10-15; referred 2007-10-20; RG+ 2007-11-01", ["2007-10-15"]),
        ("recognised 2007-10-15; referred 2007-12-20", ["2007-10-15", "2007-12-20"]),
    ],
)
def test_what_opens_a_period(told, starts):
    assert [one.start.isoformat() for one in periods(told)] == starts


@pytest.mark.parametrize(
    ("told", "decisions"),
    [
        ("RG+ 2024-03-01; CG- 2024-03-01", ["2024-03-01"]),
        ("RG+ 2024-03-01; CG- 2024-02-01", [None]),
        ("RG+ 2024-01-01; CG- 2024-03-01; RG+ 2024-03-01", ["2024-03-01", None]),
        ("RG+ 2024-01-01; RG+ 2024-03-01; CG- 2024-05-01", ["2024-05-01", "2024-05-01"]),
        ("RG+ 2024-01-01; CG- 2024-02-01; RG+ 2024-03-01; CG- 2024-05-01", ["2024-02-01", "2024-05-01"]),
        ("RG+ 2024-01-01; RG+ 2024-03-01; CG- 2024-03-01; RG+ 2024-05-01; CG- 2024-05-01", "as below"),
    ],
)
def test_whose_the_conclusive_decision_is(told, decisions):
    found = [one.conclusive_on.isoformat() if one.conclusive_on else None for one in periods(told)]
    if decisions == "as below":  # each decision is that of the period that awaited it, never that of a new one
        decisions = ["2024-03-01", "2024-05-01", None]
    assert found == decisions


def test_every_composition_that_counts_has_its_end():
    assert set(ENDS) == set(Composition) - {Composition.EVENT_DRIVEN}


def test_support_after_a_decision_runs_from_the_end_of_the_recovery_period():
    told = "RG+ 2024-03-01; CG+ 2024-03-05"
    past = history(case("england_wales", told), TODAY)
    found = holds(periods(told, clock=Clock.SUPPORT), past)
    exits = [(one.since, one.until) for one in found if one.kind is HoldKind.EXIT]
    assert exits == [(date(2024, 3, 5), date(2024, 5, 14))]
