"""The charts of a run: drawn from what is stored, each with its table; counts of people only for those who may."""

from dataclasses import replace
from datetime import date

import pytest

from pentameter.look.charts.chart import NARROW
from pentameter.look.charts.ranges import Ranges
from pentameter.scale.drawing import Drawn, charts, compared
from pentameter.scale.estimating import Frozen, Settings, work_out
from scale import scene
from tests.look.charts.drawing import faults, read


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    """A run over three lists, with a linking in doubt."""
    other = replace(scene.three(), counts=((1, 47), (2, 39), (3, 19), (4, 53), (5, 35), (6, 28), (7, 19)))
    settings = Settings(seed=1, replicates=100, methods=("chao", "independence", "stepwise", "bic", "decomposable"))
    results, said = work_out(Frozen(scene.three(), (scene.three(), other)), settings)
    return Drawn(results, said, 236, date(2026, 11, 30), scene.three())


def test_every_chart_is_sound_at_every_width(drawn: Drawn) -> None:
    made = charts(drawn)
    assert set(made) == {
        *("methods", "without", "linkings", "width", "overlap", "models-bic", "models-decomposable"),
    }
    for make in made.values():
        chart = make()
        assert faults(read(chart.svg())) == []
        assert faults(read(chart.svg(NARROW))) == []
        assert faults(read(chart.file())) == []
        assert chart.table().rows


def test_who_may_not_see_counts_of_people_has_no_overlap(drawn: Drawn) -> None:
    assert "overlap" not in charts(replace(drawn, table=None))


def test_a_method_is_drawn_as_its_answer_says(drawn: Drawn) -> None:
    chart = charts(drawn)["methods"]()
    assert isinstance(chart, Ranges)
    rows = {row[0]: row for row in chart.table().rows}
    estimate = next(row for row in drawn.results["panel"]["rows"] if row["method"] == "decomposable")["estimate"]
    assert rows["Average over graphs"][2] == f"{round(estimate['total']):,}"
    assert rows["known"][2] == "236"
    assert "No dependence (compared)" in rows


def test_the_overlaps_are_the_tables(drawn: Drawn) -> None:
    told = charts(drawn)["overlap"]().table()
    assert told.rows[0] == ("GO, government", "120", "42", "54")
    assert len(told.columns) == 4  # no sums: overlaps add up to nothing


def test_a_run_that_answers_nothing_has_no_charts_of_it() -> None:
    results, said = work_out(Frozen(scene.three().of(("PF",), [{"PF"}])), Settings(seed=0))
    assert charts(Drawn(results, said, 1, date(2026, 11, 30), None)) == {}


def test_nothing_to_compare_is_an_empty_chart() -> None:
    assert compared((), date(2026, 11, 30)).table().rows == ()
