"""Who looked, and who has not said."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pentameter.kernel.periods import Period, week_of
from pentameter.operations.rules import coverage
from pentameter.operations.rules.coverage import WeekStatus
from pentameter.operations.rules.returns import Looked

WAVE = Period(date(2007, 10, 3), date(2008, 3, 31))
FIRST, SECOND, THIRD, FOURTH = (date(2007, 10, 1) + timedelta(weeks=n) for n in range(4))
FRIDAY_OF_THE_FOURTH = date(2007, 10, 26)


def weeks_to(today: date) -> tuple[date, ...]:
    return tuple(WAVE.weeks(until=today))


def row_of(parts: list[Period], filed: dict[date, Looked], today: date) -> tuple[coverage.WeekCell, ...]:
    weeks = weeks_to(today)
    return coverage.cells(weeks, coverage.expected_weeks(weeks, parts), filed)


def test_four_looks_and_a_week_without_a_part() -> None:
    joined = [Period(SECOND)]
    filed = {SECOND: Looked.NIL, THIRD: Looked.NOT_LOOKED}
    row = row_of(joined, filed, FRIDAY_OF_THE_FOURTH)
    assert [cell.words for cell in row] == [
        "not taking part",
        "looked and found nothing",
        "did not look",
        "no return",
    ]


def test_the_present_week_is_expected_but_not_yet_missing() -> None:
    expected = coverage.expected_weeks(weeks_to(FRIDAY_OF_THE_FOURTH), [WAVE])
    assert expected == (FIRST, SECOND, THIRD, FOURTH)
    assert coverage.missing_weeks(expected, {FIRST: Looked.FOUND}, today=FRIDAY_OF_THE_FOURTH) == (SECOND, THIRD)
    assert coverage.missing_weeks(expected, {FIRST: Looked.FOUND}, today=FOURTH + timedelta(days=7))[-1] == FOURTH
    assert coverage.next_expected(expected, {FIRST: Looked.FOUND}) == SECOND


def test_to_look_and_find_nothing_is_to_have_looked() -> None:
    filed = {FIRST: Looked.FOUND, SECOND: Looked.NIL, THIRD: Looked.NOT_LOOKED}
    assert coverage.last_looked(filed) == SECOND
    assert coverage.last_looked({THIRD: Looked.NOT_LOOKED}) is None


def test_a_return_counts_even_where_none_was_expected() -> None:
    row = row_of([], {FIRST: Looked.FOUND}, FRIDAY_OF_THE_FOURTH)
    assert row[0].expected
    assert row[0].status is WeekStatus.FOUND


DAYS = st.dates(date(2007, 9, 1), date(2008, 6, 1))
MONDAYS = DAYS.map(week_of)


@given(st.lists(st.tuples(DAYS, DAYS), max_size=3), st.dictionaries(MONDAYS, st.sampled_from(Looked)), DAYS)
def test_each_week_of_the_wave_has_one_cell_and_missing_weeks_are_silent(spans, filed, today) -> None:
    parts = [Period(min(pair), max(pair)) for pair in spans]
    row = row_of(parts, filed, today)
    assert [cell.week for cell in row] == list(WAVE.weeks(until=today))
    expected = coverage.expected_weeks(weeks_to(today), parts)
    missing = coverage.missing_weeks(expected, filed, today=today)
    silent = {cell.week for cell in row if cell.expected and cell.status is WeekStatus.NONE}
    assert set(missing) == {week for week in silent if week + timedelta(days=6) < today}
