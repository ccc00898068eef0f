"""What is asked of every chart: valid drawings, words that stay inside and apart, a table, a source, unique ids."""

import csv
import io
from collections import Counter
from dataclasses import replace

import pytest

from pentameter.look.charts.chart import NARROW, Chart, Twin
from tests.look import samples
from tests.look.charts.drawing import faults, read

CHARTS = samples.all_charts()
every_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())


@every_chart
@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_a_drawing_has_no_faults(chart: Chart, narrow: bool) -> None:
    assert faults(read(chart.svg(NARROW if narrow else None))) == []


@every_chart
def test_a_file_is_a_drawing_of_its_own(chart: Chart) -> None:
    drawn = chart.file()
    assert faults(read(drawn)) == []
    assert drawn.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "Atkinson Hyperlegible Next" in drawn
    assert "As of 5 November 2007" in drawn
    assert drawn.count("http") == 1


@every_chart
def test_the_same_values_make_the_same_bytes(chart: Chart) -> None:
    assert chart.on_page() == chart.on_page()


@every_chart
def test_a_table_says_the_same(chart: Chart) -> None:
    twin = chart.table()
    assert twin.caption
    assert twin.rows
    assert all(len(row) == len(twin.columns) for row in twin.rows)
    assert len(list(csv.reader(io.StringIO(twin.csv())))) == len(twin.rows) + 1


def test_ids_do_not_collide_on_a_page() -> None:
    page = "".join(chart.on_page() for chart in CHARTS.values())
    ids = read(f'<svg viewBox="0 0 1 1">{page}</svg>').ids()
    assert [name for name, count in Counter(ids).items() if count > 1] == []


@pytest.mark.parametrize("number", ["+4.6", "-1.3", "-1,200", "0"])
def test_a_number_stays_a_number(number: str) -> None:
    assert Twin("C", (("", ""),), ((number,),)).csv().splitlines()[1:] == [f'"{number}"' if "," in number else number]


def test_a_cell_that_a_spreadsheet_would_run_is_led_by_an_apostrophe() -> None:
    twin = Twin("t", (("a", ""),), (("=1+1",), ("@x",), ("plain",)))
    assert twin.csv().splitlines()[1:] == ["'=1+1", "'@x", "plain"]


@every_chart
def test_words_are_escaped(chart: Chart) -> None:
    drawn = replace(chart, title="<script>&\"'").svg()
    assert "<script>" not in drawn
    read(drawn)
