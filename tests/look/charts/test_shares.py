"""Shares: the parts of a bar fill it, and nothing is divided by nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.look.charts.shares import Share, StackedShare
from tests.look import samples
from tests.look.charts import any as some
from tests.look.charts.drawing import read


@settings(max_examples=40, deadline=None)
@given(st.data(), st.lists(some.names, min_size=1, max_size=6), some.widths)
def test_any_shares(data: st.DataObject, parts: list[str], width: float) -> None:
    counts = st.lists(some.counts, min_size=len(parts), max_size=len(parts)).map(tuple)
    shares = data.draw(st.lists(st.builds(Share, some.names, counts), max_size=8))
    some.sound(StackedShare(title="Grades", parts=tuple(parts), shares=tuple(shares), **some.GIVEN), width)


def test_the_parts_fill_the_bar() -> None:
    share = Share("Durham", (10, 20, 70))
    chart = StackedShare(title="Grades", parts=("a", "b", "c"), shares=(share,), **some.GIVEN)
    wide = [float(e.attrib["width"]) for e in read(chart.svg()).root.iter() if e.attrib.get("class") == "mark"]
    assert [round(w / sum(wide), 2) for w in wide] == [0.1, 0.2, 0.7]


def test_a_row_says_its_shares() -> None:
    titles = read(samples.shares().svg()).titles()
    assert any(t.startswith("Durham Constabulary: 1 reliable 14 (22%), 2 untested 30 (48%)") for t in titles)
    assert "City of London Police: none" in titles
