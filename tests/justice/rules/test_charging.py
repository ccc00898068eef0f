"""A charge is laid under the law of the days of the offence."""

from datetime import date

import pytest

from pentameter.justice.rules.charging import Days, may_be_days, under_law
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
