"""The day depends on where one stands."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from pentameter.kernel import clock


def test_now_is_in_utc() -> None:
    assert clock.now().tzinfo is UTC


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        ("2007-10-05T23:30+00:00", clock.LONDON, date(2007, 10, 6)),  # summer time: half past midnight
        ("2007-12-05T23:30+00:00", clock.LONDON, date(2007, 12, 5)),
        ("2007-10-05T23:30+00:00", clock.DUBLIN, date(2007, 10, 6)),
        ("2007-10-05T22:30+00:00", ZoneInfo("UTC"), date(2007, 10, 5)),
    ],
)
def test_today_is_the_day_in_a_legal_time_zone(
    monkeypatch: pytest.MonkeyPatch, moment: str, zone: ZoneInfo, day: date
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime.fromisoformat(moment))
    assert clock.today(zone) == day


@pytest.mark.parametrize(
    ("day", "zone", "end"),
    [
        ("2007-07-01", clock.LONDON, "2007-07-01T23:00+00:00"),
        ("2007-12-31", clock.LONDON, "2008-01-01T00:00+00:00"),
        ("2007-03-25", clock.LONDON, "2007-03-25T23:00+00:00"),  # a day of 23 hours
        ("2007-07-01", ZoneInfo("UTC"), "2007-07-02T00:00+00:00"),
    ],
)
def test_a_day_ends_where_one_stands(day: str, zone: ZoneInfo, end: str) -> None:
    moment = clock.end_of(date.fromisoformat(day), zone)
    assert moment == datetime.fromisoformat(end)
    assert clock.day_of(moment, zone) == date.fromisoformat(day) + timedelta(days=1)


def test_today_without_a_zone_is_the_day_in_london() -> None:
    assert clock.today() == clock.now().astimezone(clock.LONDON).date()
