"""Ranges: a band, the estimate inside, and words where there is none."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.look.charts.ranges import Range, Ranges
from tests.look import samples
from tests.look.charts import any as some
from tests.look.charts.drawing import read

values = st.floats(0, 1e9)


@st.composite
def any_range(draw: st.DrawFn) -> Range:
    if draw(st.booleans()):
        return Range(draw(some.names), reason=draw(some.names))
    low, middle, high = sorted(draw(st.tuples(values, values, values)))
    return Range(draw(some.names), low, high, draw(st.sampled_from([None, middle])))


@settings(max_examples=40, deadline=None)
@given(st.lists(any_range(), max_size=9), st.one_of(st.none(), values), some.names, some.widths)
def test_any_ranges(ranges: list[Range], known: float | None, label: str, width: float) -> None:
    some.sound(Ranges(title="R", ranges=tuple(ranges), known=known, known_label=label, **some.GIVEN), width)


def test_the_estimate_lies_inside_its_band() -> None:
    drawing = read(samples.ranges().svg())
    bands = [e.attrib for e in drawing.root.iter() if e.attrib.get("class") == "mark"]
    dots = [e.attrib for e in drawing.root.iter() if e.tag.endswith("circle")]
    for band, dot in zip(bands, dots, strict=True):
        left = float(band["x"])
        assert left <= float(dot["cx"]) <= left + float(band["width"])


def test_where_there_is_no_estimate_the_reason_is_said() -> None:
    words = [word.text for word in read(samples.ranges().svg()).words()]
    assert "no estimate. The lists cannot carry it." in words
