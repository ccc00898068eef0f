"""A charge is laid under the law of the days of the offence."""

from datetime import date

import pytest

from pentameter.justice.rules.charging import Days, arrested_under, may_be_days, under_law
from pentameter.justice.rules.kinds import OTHER
from pentameter.kernel.actor import Jurisdiction

CHARGED = date(2026, 5, 1)
SAID = "The commencement order of the year says so"
ENGLAND, SCOTLAND = Jurisdiction.ENGLAND_WALES, Jurisdiction.SCOTLAND


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (date(2026, 4, 1), None, ""),
        (date(2026, 4, 1), date(2026, 5, 1), ""),
        (None, None, "Day of the offence: enter"),
        (date(2026, 4, 2), date(2026, 4, 1), "Last day of the offence: it lies before"),
        (date(2026, 5, 2), None, "Day of the offence: it lies after"),
        (date(2026, 4, 2), date(2026, 5, 2), "Day of the offence: it lies after"),
    ],
)
def test_the_days(first: date | None, last: date | None, sentence: str) -> None:
    found = may_be_days(first, last, charged_on=CHARGED)
    assert found.allowed is not bool(sentence)
    assert found.reason.startswith(sentence)


@pytest.mark.parametrize(
    ("offence", "place", "first", "last", "confirmed", "sentence"),
    [
        ("MSA15-2", ENGLAND, date(2015, 7, 31), date(2015, 7, 31), "", ""),
        ("MSA15-2", ENGLAND, date(2015, 7, 30), date(2015, 8, 1), "", "not yet in force on 30 July 2015"),
        ("SOA03-59A", ENGLAND, date(2015, 7, 30), date(2015, 7, 31), SAID, "no longer in force on 31 July 2015"),
        ("MSA15-2", SCOTLAND, date(2020, 1, 1), date(2020, 1, 1), "", "not of Scotland"),
        ("nonsense", ENGLAND, date(2020, 1, 1), date(2020, 1, 1), "", "no law with the code"),
        ("SOA03-57", ENGLAND, date(2010, 1, 1), date(2010, 1, 1), "", "Law checked: "),
        ("SOA03-57", ENGLAND, date(2010, 1, 1), date(2010, 1, 1), SAID, ""),
    ],
)
def test_the_law(offence: str, place: Jurisdiction, first: date, last: date, confirmed: str, sentence: str) -> None:
    found = under_law(offence, place, Days(first, last), confirmed=confirmed)
    assert found.allowed is not bool(sentence)
    assert sentence in found.reason


@pytest.mark.parametrize(
    ("offence", "place", "on", "sentence"),
    [
        ("MSA15-2", ENGLAND, date(2015, 7, 31), ""),
        ("MSA15-2", ENGLAND, date(2007, 3, 1), "not yet in force on 1 March 2007: it began on 31 July 2015"),
        ("IE-08-2", ENGLAND, date(2026, 3, 1), "is a law of Ireland, not of England and Wales"),
        ("MSA15-2", SCOTLAND, date(2026, 3, 1), "is a law of England and Wales, not of Scotland"),
        ("SOA03-59A", ENGLAND, date(2013, 4, 5), "not yet in force on 5 April 2013"),
        ("SOA03-59A", ENGLAND, date(2013, 4, 6), ""),
        ("SOA03-59A", ENGLAND, date(2020, 1, 1), ""),
        ("IA71-25", ENGLAND, date(2002, 11, 6), "not yet in force on 6 November 2002"),
        ("FALSEIMP", ENGLAND, date(1995, 1, 1), ""),
        ("MSA15-45", ENGLAND, date(2026, 1, 1), "Nobody can be charged with it"),
        ("nonsense", ENGLAND, date(2026, 1, 1), "no law with the code"),
        (OTHER, ENGLAND, date(2007, 1, 1), ""),
    ],
)
def test_an_arrest_is_for_an_offence_that_existed_there_by_the_day(
    offence: str, place: Jurisdiction, on: date, sentence: str
) -> None:
    found = arrested_under(offence, place, on)
    assert found.allowed is not bool(sentence)
    assert sentence in found.reason
    assert found.allowed or found.reason.startswith("Offence: ")
