"""Charts of what was released: withheld is drawn as withheld, and there is always a table beside."""

from dataclasses import replace

from pentameter.look.charts.bars import Bars
from pentameter.look.charts.rows import Rows
from pentameter.releases.rules.adding_up import Says, added_up, flat
from pentameter.releases.shelf.drawing import charts, range_chart
from pentameter.releases.shelf.page import Body
from releases.scene import DAY, content, table, withheld


def test_a_chart_for_each_dimension_with_its_source_and_day() -> None:
    found = charts(table())
    assert [one.title for one in found] == ["People found, by nation and force", "People found, by sex"]
    assert all(one.source and one.as_of == DAY for one in found)


def test_only_direct_parts_of_the_whole_are_drawn_together() -> None:
    rows = charts(table())[0].table().rows
    assert rows == (("England", "80"), ("Scotland", "49"))


def test_withheld_is_drawn_as_withheld() -> None:
    made = replace(table(), values=tuple(None if value == 74 else value for value in table().values))
    sexes = charts(made)[1]
    assert ("Female", "withheld") in sexes.table().rows
    assert "not zero" in sexes.note


def test_where_everything_is_withheld_nothing_is_drawn() -> None:
    made = table()
    totals = tuple(value if number == 0 else None for number, value in enumerate(made.values))
    assert charts(replace(made, values=totals)) == ()


def test_weeks_are_bars_while_all_are_shown() -> None:
    weeks = flat("week", "Week of", "Whole wave", ("2007-10-01", "2007-10-08"))
    made = added_up(
        Says("k", "T", "people found", "p", "s.", DAY), (weeks,), {("2007-10-01",): 20, ("2007-10-08",): 30}
    )
    (chart,) = charts(made)
    assert isinstance(chart, Bars)
    assert chart.title == "People found, by week"


def test_waves_above_weeks_are_rows() -> None:
    counts = {("First wave",): 20, ("Second wave",): 30, ("Another week",): 40}
    waves = tuple(name for (name,) in counts)
    made = added_up(
        Says("k", "T", "people found", "p", "s.", DAY), (flat("week", "Week of", "Whole operation", waves),), counts
    )
    (chart,) = charts(made)
    assert isinstance(chart, Rows)
    assert [row.name for row in chart.rows] == list(waves)


def test_ranges_are_bands_and_no_number() -> None:
    chart = range_chart(content().ranges)
    assert chart is not None
    assert "400" in str(chart.table().rows)
    assert range_chart(()) is None


def test_the_body_says_what_withheld_means_only_where_something_is() -> None:
    assert "does not mean zero" in Body(content(withheld(table())), "").withheld_means
    assert Body(content(table()), "").withheld_means == ""
    assert Body(content(), "").facts[0][0] == "Where the figures come from"
