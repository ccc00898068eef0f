"""Axes: zero at the foot, dates that do not touch."""

from pentameter.look.charts.axes import Plot, along_the_foot, said
from pentameter.look.charts.canvas import Canvas
from tests.look.charts import any as some
from tests.look.charts.drawing import faults, read

PLOT = Plot(left=40, right=240, top=10, bottom=110, most=50)


def test_zero_lies_at_the_foot_and_the_most_on_top() -> None:
    assert (PLOT.y(0), PLOT.y(50), PLOT.x(25)) == (110, 10, 140)


def test_slots_are_equally_wide() -> None:
    assert PLOT.slot(1, 4) == (90, 50)


def test_dates_are_iso_and_apart() -> None:
    canvas = Canvas(240, "t")
    along_the_foot(canvas, PLOT, some.mondays(30))
    drawing = read(canvas.finish(140, "x"))
    assert drawing.words()[0].text == "2007-10-01"
    assert faults(drawing) == []


def test_whole_values_are_said_whole() -> None:
    assert [said(v) for v in (2018.0, 2.5)] == ["2,018", "2.5"]
