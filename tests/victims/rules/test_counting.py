"""Counting days: over leap days, short months, and the two nights on which clocks are changed."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.counting import last_day, window_closes
from pentameter.victims.rules.events import legal_day

RULES = {rule.id: rule for rule in rule_book().rules}


@pytest.mark.parametrize(
    ("rule", "start", "last"),
    [
        ("UK-NABA61", date(2024, 3, 1), date(2024, 3, 30)),
        ("UK-NABA61", date(2024, 2, 1), date(2024, 3, 1)),
        ("UK-NABA61", date(2023, 2, 1), date(2023, 3, 2)),
        ("UK-NABA61", date(2024, 3, 15), date(2024, 4, 13)),
        ("UK-NABA61", date(2024, 10, 10), date(2024, 11, 8)),
        ("NI-SUPPORT-2022", date(2024, 3, 1), date(2024, 4, 15)),
        ("UK-2007-PLEDGE", date(2007, 10, 1), date(2007, 10, 31)),
        ("SCOT-SUPPORT", date(2024, 1, 10), date(2024, 4, 9)),
        ("IE-2008", date(2010, 5, 10), date(2010, 7, 9)),
        ("NO", date(2024, 1, 15), date(2024, 7, 15)),
        ("NO", date(2023, 8, 31), date(2024, 3, 1)),
        ("NO", date(2022, 8, 29), date(2023, 3, 1)),
        ("NL", date(2024, 11, 30), date(2025, 3, 1)),
        ("DE", date(2024, 10, 31), date(2025, 1, 31)),
        ("IE-2024", date(2025, 1, 1), None),
    ],
)
def test_the_last_day_of_the_count(rule, start, last):
    assert last_day(RULES[rule], start) == last


def test_a_window_counts_from_the_next_day():
    assert window_closes(30, date(2024, 3, 6)) == date(2024, 4, 5)


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (datetime(2024, 6, 30, 23, 30, tzinfo=UTC), "Europe/London", date(2024, 7, 1)),
        (datetime(2024, 12, 31, 23, 30, tzinfo=UTC), "Europe/London", date(2024, 12, 31)),
        (datetime(2024, 12, 31, 23, 30, tzinfo=UTC), "Europe/Oslo", date(2025, 1, 1)),
        (datetime(2024, 3, 31, 0, 59, tzinfo=UTC), "Europe/Dublin", date(2024, 3, 31)),
        (datetime(2024, 10, 26, 23, 30, tzinfo=UTC), "Europe/London", date(2024, 10, 27)),
        (datetime(2024, 10, 27, 23, 30, tzinfo=UTC), "Europe/London", date(2024, 10, 27)),
    ],
)
def test_the_day_in_law_of_a_moment(moment, zone, day):
    assert legal_day(moment, ZoneInfo(zone)) == day


def test_a_moment_without_offset_has_no_day():
    with pytest.raises(ValueError, match="offset"):
        legal_day(datetime(2024, 3, 1), ZoneInfo("Europe/London"))  # noqa: DTZ001 - that is what is refused


@pytest.mark.parametrize("zone", sorted({place.zone for place in rule_book().places.values() if place.zone}))
def test_no_day_is_lost_or_counted_twice_when_clocks_change(zone):
    noon = datetime(2007, 1, 1, 12, tzinfo=UTC)
    days = [legal_day(noon + timedelta(days=number), ZoneInfo(zone)) for number in range(34 * 365)]
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))
