from datetime import date, timedelta
from itertools import pairwise

import pytest

from pentameter.config.demo import calendar
from pentameter.config.demo.chance import chance
from pentameter.kernel.periods import Period

REFERENCE = date(2026, 10, 5)
DAYS = [REFERENCE + timedelta(days=n) for n in range(15)]


def test_the_waves_as_of_the_reference_day() -> None:
    first, second = calendar.waves(REFERENCE)
    assert first.period == Period(date(2025, 4, 7), date(2025, 8, 3))
    assert second.period == Period(date(2026, 8, 24), None)


@pytest.mark.parametrize("today", DAYS)
def test_the_second_wave_still_runs_and_has_six_whole_weeks(today: date) -> None:
    first, second = calendar.waves(today)
    assert second.period.end is None
    assert len(second.weeks()) == 6
    assert len(first.weeks()) == 17
    assert all(monday.weekday() == 0 for monday in (*first.weeks(), *second.weeks()))


@pytest.mark.parametrize("today", DAYS)
@pytest.mark.parametrize("of", [1, 2, 3, 5])
def test_parts_cover_a_wave_without_gap_or_overlap(today: date, of: int) -> None:
    for wave in calendar.waves(today):
        parts = [wave.part(of, number) for number in range(of)]
        assert parts[0].start == wave.period.start
        assert parts[-1].end == wave.last
        for one, other in pairwise(parts):
            assert one.end is not None
            assert one.end + date.resolution == other.start


def test_days_lie_within_their_period() -> None:
    rng = chance(1)
    period = Period(date(2026, 8, 24), date(2026, 9, 6))
    days = {calendar.a_day(period, rng) for _ in range(300)}
    assert min(days) >= period.start
    assert max(days) <= date(2026, 9, 6)
