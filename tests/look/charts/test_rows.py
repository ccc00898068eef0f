"""Bars that lie: as long as their counts, on one scale, and what is withheld is not drawn as a zero."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.look.charts.rows import Row, Rows
from tests.look.charts import any as some
from tests.look.charts.drawing import read

pairs = st.lists(st.builds(Row, some.names, st.tuples(some.counts_or_none, some.counts_or_none)), max_size=8)


@settings(max_examples=40, deadline=None)
@given(pairs, some.names, some.widths)
def test_any_rows(found: list[Row], name: str, width: float) -> None:
    some.sound(Rows(title="R", rows=tuple(found), series=(name, "other"), **some.GIVEN), width)


def test_bars_are_as_long_as_their_counts_across_both_series() -> None:
    chart = Rows(title="R", rows=(Row("one", (40, 20)), Row("other", (10, 0))), series=("a", "b"), **some.GIVEN)
    marks = [float(e.attrib["width"]) for e in read(chart.svg()).root.iter() if e.attrib.get("class") == "mark"]
    assert abs(marks[0] - 2 * marks[1]) < 0.3  # coordinates have one decimal
    assert abs(marks[1] - 2 * marks[2]) < 0.3


def test_what_is_withheld_is_hatched_and_says_so_and_what_is_absent_is_not_drawn() -> None:
    withheld = Rows(title="R", rows=(Row("one", (None,)),), **some.GIVEN)
    assert "url(#hatch" in withheld.svg()
    assert withheld.table().rows == (("one", "withheld"),)
    absent = Rows(title="R", rows=(Row("one", (3, None)),), series=("a", "b"), absent="no such week", **some.GIVEN)
    assert "url(#hatch" not in absent.svg()
    assert absent.table().rows == (("one", "3", "no such week"),)
    assert "one: a 3, b no such week" in absent.svg()


def test_nothing_says_so() -> None:
    assert "Nothing to draw." in Rows(title="R", rows=(), **some.GIVEN).svg()
