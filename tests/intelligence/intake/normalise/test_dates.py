from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.intelligence.intake.normalise import dates

FIFTH = date(2007, 10, 5)


@pytest.mark.parametrize(
    "written",
    [
        "2007-10-05",
        "2007/10/05",
        "2007.10.5",
        "20071005",
        "05102007",
        "5/10/2007",
        "05/10/2007",
        "5-10-2007",
        "05.10.07",
        "5/10/07",
        "5/10/'07",
        "5 10 2007",
        "5 / 10 / 2007",
        "5 Oct 2007",
        "5 Oct. 2007",
        "5-Oct-07",
        "5Oct2007",
        "05OCT2007",
        "5 October 2007",
        "5th October 2007",
        "5th of October, 2007",
        "Friday 5 October 2007",
        "Fri, 5 Oct 2007",
        "October 5, 2007",
        "Oct 5th 2007",
        "39360",
        "39360.0",
        "39360.75",
        "2007-10-05T14:30:00",
        "2007-10-05 14:30",
        "2007-10-05T14:30:00Z",
        "2007-10-05T14:30:00.000+01:00",
        "5/10/2007 2:30 pm",
        "  5 October 2007 ",
    ],
)
def test_the_fifth_of_october_in_every_form(written: str) -> None:
    assert dates.day(written, 2007) == FIFTH


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3/4/2007", date(2007, 4, 3)),
        ("12/11/2007", date(2007, 11, 12)),
        ("13/12/2007", date(2007, 12, 13)),
        ("4 Sept 2007", date(2007, 9, 4)),
        ("1st May 2007", date(2007, 5, 1)),
        ("22nd Aug 07", date(2007, 8, 22)),
        ("29/02/2004", date(2004, 2, 29)),
        ("5/10/99", date(1999, 10, 5)),
        ("5/10/08", date(1908, 10, 5)),
        ("14/03/2099", date(2099, 3, 14)),
    ],
)
def test_the_day_comes_first_and_a_short_year_is_past(written: str, meant: date) -> None:
    assert dates.day(written, 2007) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "31/02/1989",
        "29/02/2007",
        "10/25/2007",
        "2007-13-01",
        "2007-00-10",
        "0/1/2007",
        "soon",
        "last Friday",
        "October 2007",
        "5 October",
        "2007",
        "5/10",
        "5//2007",
        "1/2/3/4",
        "5/10/2007 to 6/10/2007",
        "999999999999",
        "٥/١٠/٢٠٠٧",
    ],
)
def test_what_is_no_day(written: str) -> None:
    assert dates.day(written, 2007) is None


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("31/02/1989", date(1989, 2, 28)),
        ("30/02/1988", date(1988, 2, 29)),
        ("31 June 2007", date(2007, 6, 30)),
        ("2007-04-31", date(2007, 4, 30)),
        ("10/25/2007", None),
        ("45/01/2007", None),
        ("31/02/2099", None),
        ("soon", None),
    ],
)
def test_the_nearest_day_to_one_that_its_month_does_not_have(written: str, nearest: date | None) -> None:
    assert dates.nearest(written, 2007) == nearest


@pytest.mark.parametrize(
    ("written", "year"),
    [("1989", "1989"), (" 1989 ", "1989"), ("1989.0", "1989"), ("2101", None), ("89", None), ("1989-02", None)],
)
def test_a_year_alone(written: str, year: str | None) -> None:
    assert dates.year_alone(written) == year


FORMS = (
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%-d.%-m.%Y",
    "%d %B %Y",
    "%-d %b %Y",
    "%A %-d %B %Y",
    "%B %-d, %Y",
    "%Y%m%d",
    "%d-%b-%Y",
)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_every_day_is_read_back_from_every_form(day: date, form: str) -> None:
    assert dates.day(day.strftime(form), 2099) == day


@given(st.text())
def test_no_text_raises(text: str) -> None:
    dates.day(text, 2007)
    dates.nearest(text, 2007)
    dates.year_alone(text)
