"""Shares, the largest first: bars from nothing to all, with their words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.look.charts.ranked import Ranked, RankedShares
from tests.look.charts import any as some
from tests.look.charts.drawing import read

things = st.lists(st.builds(Ranked, some.names, st.floats(0, 1)), max_size=8)


@settings(max_examples=40, deadline=None)
@given(things, some.widths)
def test_any_shares(found: list[Ranked], width: float) -> None:
    some.sound(RankedShares(title="R", shares=tuple(found), **some.GIVEN), width)


def test_bars_are_as_long_as_their_shares() -> None:
    chart = RankedShares(title="R", shares=(Ranked("one", 0.5), Ranked("other", 0.25)), **some.GIVEN)
    long, short = (float(e.attrib["width"]) for e in read(chart.svg()).root.iter() if e.attrib.get("class") == "mark")
    assert abs(long - 2 * short) < 0.2  # coordinates have one decimal


def test_what_is_small_is_not_said_to_be_nothing() -> None:
    assert [Ranked("x", share).words for share in (0.0, 0.001, 0.31)] == ["0%", "less than 1%", "31%"]
