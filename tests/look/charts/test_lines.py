"""Lines: named at their ends, broken where a week is not known."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.look.charts.lines import Line, Lines, sparkline
from tests.look import samples
from tests.look.charts import any as some
from tests.look.charts.drawing import read


@settings(max_examples=40, deadline=None)
@given(st.data(), st.integers(0, 40), some.widths)
def test_any_lines(data: st.DataObject, weeks: int, width: float) -> None:
    counts = st.lists(some.counts_or_none, min_size=weeks, max_size=weeks).map(tuple)
    lines = data.draw(st.lists(st.builds(Line, some.names, counts), max_size=6))
    some.sound(Lines(title="Counters", mondays=some.mondays(weeks), lines=tuple(lines), **some.GIVEN), width)


def test_more_lines_than_can_be_told_apart_are_refused() -> None:
    lines = tuple(Line(str(i), (1,)) for i in range(7))
    with pytest.raises(ValueError, match="group the rest"):
        Lines(title="Counters", mondays=some.mondays(1), lines=lines, **some.GIVEN)


def test_an_unknown_week_breaks_the_line() -> None:
    drawing = read(samples.lines().svg())
    assert sum(1 for e in drawing.root.iter() if e.tag.endswith("polyline")) == 5


def test_every_line_is_named_with_its_last_count() -> None:
    words = [word.text for word in read(samples.lines().svg()).words()]
    assert {"47 People rescued", "118 Arrests", "212 Premises visited", "45 Charged"} <= set(words)


@given(st.lists(some.counts_or_none, max_size=30))
def test_any_sparkline(counts: list[int | None]) -> None:
    drawn = sparkline(counts)
    read(drawn)
    assert 'aria-hidden="true"' in drawn
