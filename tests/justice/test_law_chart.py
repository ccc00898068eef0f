"""The register drawn."""

from datetime import date, timedelta

from pentameter.justice.law_chart import MOST_MARKS, chart
from pentameter.justice.rules.laws import law, offences
from pentameter.justice.rules.laws_register import NOTHING, Happened, Happening, line, register, tallied

LAUNCH = date(2007, 10, 3)


def test_it_says_what_the_register_says() -> None:
    happened = [
        Happened("AITC04-4", Happening.CHARGE, date(2007, 3, 1)),
        Happened("SOA03-57", Happening.ARREST, LAUNCH),
    ]
    drawn = chart(register(offences(), tallied(happened), on=LAUNCH), happened, on=LAUNCH)
    told = next(row for row in drawn.table().rows if row[1] == "AITC04-4")
    assert told[0] == "Trafficking people for exploitation (forced labour, slavery, organs)"
    assert told[3] == "England and Wales; Scotland; Northern Ireland: since 1 December 2004"
    assert told[4:9] == ("0", "1", "0", "none", "In force nearly three years, no conviction.")
    assert told[9:11] == ("yes", "nothing")
    assert drawn.first == date(1998, 7, 29)
    assert drawn.as_of == LAUNCH


def test_arrests_are_no_marks_and_convictions_are_full() -> None:
    happened = [Happened("AITC04-4", what, LAUNCH) for what in Happening]
    (row,) = chart([line(law("AITC04-4"), tallied(happened)["AITC04-4"], LAUNCH)], happened, on=LAUNCH).rows
    assert [(mark.full, mark.count) for mark in row.marks] == [(False, 1), (True, 1)]
    assert not row.out


def test_a_law_of_one_place_says_of_which() -> None:
    lines = [line(law(code), NOTHING, LAUNCH) for code in ("CJSA03-22", "AITC04-4")]
    scottish, of_several = chart(lines, [], on=LAUNCH).rows
    assert scottish.name == "Traffic in prostitution etc., Scotland"
    assert of_several.name == "Trafficking people for exploitation (forced labour, slavery, organs)"


def test_many_days_stand_together_by_month_and_none_is_lost() -> None:
    days = [date(2007, 1, 1) + timedelta(days=i) for i in range(MOST_MARKS + 1)]
    happened = [Happened("AITC04-4", Happening.CHARGE, day, 2) for day in days]
    (row,) = chart([line(law("AITC04-4"), tallied(happened)["AITC04-4"], LAUNCH)], happened, on=LAUNCH).rows
    assert [mark.on.month for mark in row.marks] == [1, 2, 3]
    assert sum(mark.count for mark in row.marks) == 2 * len(days)


def test_jurisdictions_that_went_apart_are_named_on_their_bars() -> None:
    (row,) = chart([line(law("AITC04-4"), NOTHING, date(2016, 1, 1))], [], on=LAUNCH).rows
    assert [one.label for one in row.stretches] == ["England and Wales", "Scotland", "Northern Ireland"]


def test_a_register_of_nothing_is_drawn() -> None:
    assert "Laws in force" in chart([], [], on=LAUNCH).file()
