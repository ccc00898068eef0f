"""The day depends on where one stands."""

from datetime import UTC, date, datetime
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


def test_today_without_a_zone_is_the_day_in_london() -> None:
    assert clock.today() == clock.now().astimezone(clock.LONDON).date()
