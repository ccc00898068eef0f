"""Stretches of time: where they begin and end, what is not known, and what the marks say."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.look.charts.spans import OUT, Mark, SpanRow, Spans, Stretch
from tests.look import samples
from tests.look.charts import any as some
from tests.look.charts.drawing import read

days = st.dates(date(1998, 1, 1), some.GIVEN["as_of"])
optional_days = st.one_of(st.none(), days)
stretches = st.builds(Stretch, optional_days, optional_days, st.one_of(st.just(""), some.names), optional_days)
rows = st.builds(
    SpanRow,
    some.names,
    st.lists(stretches, min_size=1, max_size=3).map(tuple),
    st.lists(st.builds(Mark, days, some.counts, st.booleans()), max_size=6).map(tuple),
    st.one_of(st.just(""), some.names),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(rows, max_size=6), days, some.names, some.names, some.widths)
def test_any_spans(found: list[SpanRow], first: date, tick: str, dot: str, width: float) -> None:
    some.sound(Spans(title="S", rows=tuple(found), first=first, tick=tick, dot=dot, **some.GIVEN), width)


def bars(chart: Spans) -> list[dict[str, str]]:
    return [e.attrib for e in read(chart.svg()).root.iter() if e.attrib.get("class") == "mark"]


def test_what_begins_later_begins_further_to_the_right_and_what_goes_on_ends_at_the_day() -> None:
    forced, ended, goes_on, known = bars(samples.spans())
    assert float(forced["x"]) > float(ended["x"]) == float(goes_on["x"])
    ends = [float(bar["x"]) + float(bar["width"]) for bar in (forced, ended, goes_on, known)]
    assert ends[0] == ends[2] == ends[3] > ends[1]


def test_what_is_not_known_is_dotted_and_nothing_of_it_solid() -> None:
    drawing = read(samples.spans().svg())
    dotted = [e.attrib for e in drawing.root.iter() if e.attrib.get("fill", "").startswith("url(#dots")]
    assert len(dotted) == 2
    whole, until_known = dotted
    assert float(whole["width"]) > float(until_known["width"])
    assert len(bars(samples.spans())) == 4


def test_what_stands_out_says_so_in_words_and_in_its_colour() -> None:
    drawing = read(samples.spans().svg())
    assert "In force nearly three years, no conviction" in [word.text for word in drawing.words()]
    assert [bar["fill"] == OUT for bar in bars(samples.spans())] == [True, False, False, False]
    assert drawing.links() == ["/laws/AITC04-4"]


def test_marks_are_counted_in_words() -> None:
    titles = read(samples.spans().svg()).titles()
    assert "Forced labour, 2004: In force nearly three years, no conviction, 3 charges" in titles
    assert "Trafficking for sexual exploitation, 1 charge, 1 conviction" in titles


@pytest.mark.parametrize("years", [0, 1, 9, 40])
def test_the_years_stand_in_order_and_the_first_is_there(years: int) -> None:
    first = some.GIVEN["as_of"] - timedelta(days=365 * years)
    chart = Spans(title="S", rows=(SpanRow("One", (Stretch(first),)),), first=first, **some.GIVEN)
    told = [word.text for word in read(chart.svg()).words() if word.text.isdigit()]
    assert told == sorted(told)
    assert told[0] == str(first.year)


def test_its_table_has_the_cells_that_it_was_given() -> None:
    assert samples.spans().table().rows[0] == ("Forced labour, 2004", "since 1 December 2004", "3", "0")
