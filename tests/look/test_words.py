"""Dates, numbers and counts as people read them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pentameter.look import words

FIFTH = date(2007, 10, 5)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (words.day(FIFTH), "5 October 2007"),
        (words.day(None), "not known"),
        (words.day(datetime(2007, 10, 5, 23, 30, tzinfo=UTC)), "6 October 2007"),
        (words.short_day(FIFTH), "5 Oct"),
        (words.moment(datetime(2007, 10, 5, 17, 0, tzinfo=UTC)), "5 October 2007, 18:00"),
        (
            words.moment(datetime(2007, 10, 5, 17, 0, tzinfo=UTC), "Europe/Dublin"),
            "5 October 2007, 18:00 (Dublin time)",
        ),
        (words.week(date(2007, 10, 1)), "week of 1 October 2007"),
        (words.span(FIFTH, FIFTH), "5 October 2007"),
        (words.span(date(2007, 10, 1), date(2007, 10, 7)), "1 to 7 October 2007"),
        (words.span(date(2007, 9, 28), date(2007, 10, 4)), "28 September to 4 October 2007"),
        (words.span(date(2007, 12, 31), date(2008, 1, 6)), "31 December 2007 to 6 January 2008"),
        (words.span(FIFTH, None), "from 5 October 2007"),
        (words.number(2018), "2,018"),
        (words.number(None), "not known"),
        (words.plural(1, "report"), "1 report"),
        (words.plural(2018, "report"), "2,018 reports"),
        (words.plural(2, "agency", "agencies"), "2 agencies"),
        (words.listed([]), ""),
        (words.listed(["Durham", "Cleveland", "Kent"]), "Durham, Cleveland and Kent"),
        (words.lasted(timedelta(seconds=1)), "1 second"),
        (words.lasted(timedelta(minutes=3, seconds=5)), "3 minutes"),
        (words.lasted(timedelta(days=5)), "5 days"),
        (words.share(0.0), "0%"),
        (words.share(0.001), "less than 1%"),
        (words.share(0.314), "31%"),
    ],
)
def test_as_people_read_it(said: str, expected: str) -> None:
    assert said == expected
