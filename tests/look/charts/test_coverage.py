"""Coverage: four looks for four answers, and a small drawing for many agencies."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.look.charts.chart import Width
from pentameter.look.charts.coverage import Coverage, CoverageStrip, Looked
from tests.look import samples
from tests.look.charts import any as some
from tests.look.charts.drawing import read


@settings(max_examples=40, deadline=None)
@given(st.data(), st.integers(0, 40), some.widths)
def test_any_coverage(data: st.DataObject, weeks: int, width: float) -> None:
    said = st.lists(st.sampled_from(Looked), min_size=weeks, max_size=weeks).map(tuple)
    agencies = data.draw(st.lists(st.builds(Coverage, some.names, said, st.sampled_from(["", "last 29 October 2007"]))))
    chart = CoverageStrip(title="Looked", mondays=some.mondays(weeks), agencies=tuple(agencies), **some.GIVEN)
    some.sound(chart, width)


def test_four_answers_have_four_looks() -> None:
    weeks = tuple(Looked)
    chart = CoverageStrip(title="L", mondays=some.mondays(4), agencies=(Coverage("Durham", weeks),), **some.GIVEN)
    drawing = read(chart.svg())
    row = [e for e in drawing.root.iter() if e.tag.endswith("path") and e.attrib.get("class") == "mark"][-4:]
    assert len({(e.attrib["fill"], e.attrib.get("stroke")) for e in row}) == 4


def test_a_row_is_said_in_words() -> None:
    coverage = Coverage("Durham", (Looked.FOUND, Looked.FOUND, Looked.NO_RETURN))
    assert coverage.words() == "Durham: 2 weeks looked and found, 1 week no return"


def test_fifty_two_agencies_stay_a_small_drawing() -> None:
    rows = tuple(Coverage(f"Agency {i}", tuple(Looked) * 4, "last 29 October 2007") for i in range(52))
    chart = CoverageStrip(title="L", mondays=some.mondays(16), agencies=rows, width=Width.FULL, **some.GIVEN)
    assert len(chart.on_page()) < 120_000


def test_the_sample_links_its_agencies() -> None:
    assert len(read(samples.coverage().svg()).links()) == 6
