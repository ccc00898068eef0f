"""What a court of a jurisdiction can order, and since when."""

from datetime import date

import pytest

from pentameter.justice.rules.investigations import PLACES
from pentameter.justice.rules.kinds import OUTCOMES, Kind, Outcome
from pentameter.justice.rules.orders import ORDERS, may_be_ordered, needs_conviction
from pentameter.kernel.actor import Jurisdiction


@pytest.mark.parametrize("place", PLACES)
def test_every_order_of_a_place_is_known_once_and_says_its_law(place: Jurisdiction) -> None:
    kinds = [one.kind for one in ORDERS[place]]
    assert len(set(kinds)) == len(kinds)
    assert set(kinds) <= set(OUTCOMES[Kind.ORDERED])
    assert all(one.law in one.shown for one in ORDERS[place])
    assert all(one.since is not None or "to confirm" in one.shown for one in ORDERS[place])


@pytest.mark.parametrize(
    ("kind", "place", "on", "allowed"),
    [
        (Outcome.PREVENTION, Jurisdiction.ENGLAND_WALES, date(2015, 7, 31), True),
        (Outcome.PREVENTION, Jurisdiction.ENGLAND_WALES, date(2015, 7, 30), False),
        (Outcome.PREVENTION, Jurisdiction.IRELAND, date(2020, 1, 1), False),
        (Outcome.RISK, Jurisdiction.NORTHERN_IRELAND, date(2020, 1, 1), False),
        (Outcome.CONFISCATION, Jurisdiction.IRELAND, date(2007, 10, 1), True),
        (Outcome.CONFISCATION, Jurisdiction.CROWN_DEPENDENCY, date(2007, 10, 1), False),
    ],
)
def test_what_can_be_ordered(kind: Outcome, place: Jurisdiction, on: date, allowed: bool) -> None:
    found = may_be_ordered(kind, place, on)
    assert found.allowed is allowed
    assert allowed or found.reason.startswith("Order: ")


def test_which_need_a_conviction() -> None:
    assert needs_conviction(Outcome.PREVENTION)
    assert not needs_conviction(Outcome.PREVENTION_ON_APPLICATION)
    assert not needs_conviction(Outcome.RISK)
