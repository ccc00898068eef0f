"""Any counts, names and weeks: nothing, zero, huge, unknown, in scripts that the font may not have."""

from datetime import date, timedelta

from hypothesis import strategies as st

from pentameter.look.charts.chart import NARROW, Chart, Width
from tests.look.charts.drawing import faults, read

counts = st.one_of(st.just(0), st.integers(0, 300), st.integers(0, 10**12))
counts_or_none = st.one_of(st.none(), counts)
names = st.one_of(
    st.sampled_from(["Durham", "An Garda Síochána", "A very long name of an agency that nobody would shorten, ever"]),
    st.text(st.characters(exclude_categories=("C",)), min_size=1, max_size=70).filter(str.strip),
)
widths = st.sampled_from([float(NARROW), *map(float, Width)])
GIVEN = {"source": "tests.", "as_of": date(2007, 11, 5)}


def mondays(of: int) -> tuple[date, ...]:
    """So many weeks."""
    return tuple(date(2007, 10, 1) + timedelta(weeks=i) for i in range(of))


def sound(chart: Chart, width: float) -> None:
    """A drawing at a width, and its file, have no faults."""
    assert faults(read(chart.svg(width))) == []
    assert faults(read(chart.file())) == []
    chart.table().csv()
