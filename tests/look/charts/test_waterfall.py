"""Waterfalls: each step begins where the one before ended, and the sum is what they come to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.look.charts.waterfall import Step, Waterfall, signed
from tests.look import samples
from tests.look.charts import any as some
from tests.look.charts.drawing import read

values = st.floats(-60, 60)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.builds(Step, some.names, values), max_size=9),
    values,
    st.one_of(st.just(""), some.names),
    st.one_of(st.none(), values),
    some.widths,
)
def test_any_waterfall(steps: list[Step], beginning: float, label: str, needed: float | None, width: float) -> None:
    told = {"beginning": beginning, "beginning_label": label, "needed": needed, "needed_label": label}
    some.sound(Waterfall(title="W", steps=tuple(steps), **told, **some.GIVEN), width)


def test_each_step_begins_where_the_one_before_ended() -> None:
    drawn = [e.attrib for e in read(samples.waterfall().svg()).root.iter() if e.attrib.get("class") == "mark"]
    ends = [(float(bar["x"]), float(bar["x"]) + float(bar["width"])) for bar in drawn]
    steps = [samples.waterfall().beginning, *(step.value for step in samples.waterfall().steps)]
    before = ends[0][1] if steps[0] >= 0 else ends[0][0]
    for (left, right), value in zip(ends[1:], steps[1:], strict=True):
        begins, stops = (left, right) if value >= 0 else (right, left)
        assert begins == pytest.approx(before, abs=0.2)
        before = stops


def test_its_table_says_the_sum_so_far_and_what_is_needed() -> None:
    rows = samples.waterfall().table().rows
    assert rows[0] == ("Before anything is compared", "-16.0", "-16.0")
    assert rows[1] == ("Same phone number, given by 4 people", "+6.0", "-10.0")
    assert rows[-2:] == (("Together", "+3.6", "+3.6"), ("To decide alone", "+14.0", ""))


@pytest.mark.parametrize(("value", "said"), [(4.62, "+4.6"), (-1.34, "-1.3"), (0, "0.0"), (-0.01, "0.0")])
def test_a_weight_says_its_sign(value: float, said: str) -> None:
    assert signed(value) == said
