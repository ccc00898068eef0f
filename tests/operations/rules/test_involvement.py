"""Levels of involvement, and since when."""

from datetime import date

import pytest

from pentameter.kernel.periods import Period
from pentameter.operations.rules.involvement import Involvement, may_end_part, may_take_part

WAVE = Period(date(2007, 10, 3), date(2008, 3, 31))
SINCE_NOVEMBER = Period(date(2007, 11, 1))

JOINING = [
    ("from the first day", date(2007, 10, 3), None, True),
    ("before the wave", date(2007, 10, 2), None, False),
    ("on its last day", date(2008, 3, 31), None, True),
    ("after its end", date(2008, 4, 1), None, False),
    ("another level, the same day", date(2007, 11, 1), SINCE_NOVEMBER, True),
    ("another level, before the present one", date(2007, 10, 31), SINCE_NOVEMBER, False),
]


@pytest.mark.parametrize(("since", "current", "allowed"), [r[1:] for r in JOINING], ids=[r[0] for r in JOINING])
def test_since_when_an_agency_may_take_part(since: date, current: Period | None, allowed: bool) -> None:
    assert may_take_part(WAVE, since=since, current=current).allowed is allowed


def test_a_part_ends_once_and_not_before_it_began() -> None:
    assert may_end_part(SINCE_NOVEMBER, on=date(2007, 11, 1)).allowed
    assert not may_end_part(SINCE_NOVEMBER, on=date(2007, 10, 31)).allowed
    assert not may_end_part(Period(date(2007, 11, 1), date(2007, 12, 1)), on=date(2007, 12, 2)).allowed


@pytest.mark.parametrize("level", Involvement)
def test_every_level_is_said_in_words(level: Involvement) -> None:
    assert "_" not in level.words
    assert level.meaning.endswith(".")
