"""How it speaks: calm, exact, and never as if protection ran out by itself."""

from datetime import date

import pytest

from pentameter.victims.rules import remarks, wording
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.events import Clock
from pentameter.victims.rules.history import History
from pentameter.victims.rules.holds import Hold, HoldKind
from pentameter.victims.rules.law import Composition

DAY = date(2024, 3, 1)


@pytest.mark.parametrize("clock", list(Clock))
@pytest.mark.parametrize("kind", list(HoldKind))
@pytest.mark.parametrize("until", [None, date(2024, 9, 5)])
def test_every_hold_has_its_sentence_and_its_end(kind, clock, until):
    hold = Hold(kind, DAY, until, waits_for="the decision")
    said = wording.sentence(hold, clock, date(2024, 3, 2))
    assert said.startswith(wording.UNDER_WAY[clock])
    assert said.endswith(".")
    assert "expire" not in said
    if until:
        assert wording.could_end(hold, clock) == ("the end of 5 September 2024",)


def test_a_minimum_that_is_met_is_said_so():
    hold = Hold(HoldKind.PERIOD, DAY, None, date(2024, 3, 30), waits_for="the decision")
    assert wording.sentence(hold, Clock.REMOVAL, date(2024, 3, 31)) == (
        "Minimum met on 30 March 2024; still protected: awaiting the decision."
    )
    assert "still supported" in wording.sentence(hold, Clock.SUPPORT, date(2024, 3, 31))


def test_every_composition_says_what_could_end_it():
    assert set(wording._COMPOSED) == set(Composition)


def test_what_is_awaited_is_outstanding():
    hold = Hold(HoldKind.APPEAL, DAY, waits_for="the decision on the appeal")
    (found,) = remarks.outstanding("scotland", Clock.REMOVAL, rule_book(), History((), DAY), (hold,))
    assert (found.what, found.since, found.stops_removal) == ("The decision on the appeal.", DAY, True)
