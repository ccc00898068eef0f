"""Bars and small multiples: from zero, unknown is not zero, one scale across panels."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.look.charts.bars import Bars, Panel, SmallMultiples, Week
from tests.look import samples
from tests.look.charts import any as some
from tests.look.charts.drawing import Drawing, read


@settings(max_examples=40, deadline=None)
@given(st.lists(some.counts_or_none, max_size=60), some.widths)
def test_any_counts(counts: list[int | None], width: float) -> None:
    weeks = tuple(Week(day, n) for day, n in zip(some.mondays(len(counts)), counts, strict=True))
    some.sound(Bars(title="Reports", weeks=weeks, **some.GIVEN), width)


@settings(max_examples=40, deadline=None)
@given(st.data(), st.integers(0, 30), some.widths)
def test_any_panels(data: st.DataObject, weeks: int, width: float) -> None:
    counts = st.lists(some.counts_or_none, min_size=weeks, max_size=weeks).map(tuple)
    panels = data.draw(st.lists(st.builds(Panel, some.names, counts), max_size=7))
    chart = SmallMultiples(title="Reports", mondays=some.mondays(weeks), panels=tuple(panels), **some.GIVEN)
    some.sound(chart, width)


def _heights(drawing: Drawing) -> list[float]:
    return [float(e.attrib["height"]) for e in drawing.root.iter() if e.attrib.get("class") == "mark"]


def test_heights_are_in_proportion() -> None:
    weeks = tuple(Week(day, n) for day, n in zip(some.mondays(3), (50, 100, 200), strict=True))
    heights = _heights(read(Bars(title="Reports", weeks=weeks, **some.GIVEN).svg()))
    assert [round(h / heights[0], 1) for h in heights] == [1, 2, 4]


def test_panels_share_one_scale() -> None:
    panels = (Panel("a", (100,)), Panel("b", (50,)))
    chart = SmallMultiples(title="Reports", mondays=some.mondays(1), panels=panels, **some.GIVEN)
    high, low = _heights(read(chart.svg()))
    assert round(high / low, 1) == 2


def test_what_is_not_known_is_said_and_not_counted() -> None:
    drawing = read(samples.bars().svg())
    assert "Week of 2007-11-19: not known" in drawing.titles()
    assert "Week of 2007-11-05: 0" in drawing.titles()
    assert dict(samples.bars().table().rows)["2007-11-19"] == "not known"


def test_the_table_of_panels_ends_with_the_totals() -> None:
    assert samples.small_multiples().table().rows[-1] == ("Total", "1,869", "338", "45", "193")
