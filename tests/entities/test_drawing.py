"""The chart of a pair says how far the machine is from deciding alone."""

from datetime import date

import pytest

from pentameter.entities.drawing import distance, waterfall
from pentameter.entities.linkage.api import Evidence
from pentameter.entities.queries.evidence import Weighing
from pentameter.entities.rules.reviewing import Weighed
from tests.look.charts.drawing import faults, read


def said(weight: float, *contradictions: str) -> Weighing:
    evidence = (Evidence("phone", "same", 10.0, "Same phone number"), Evidence("name", "part", weight + 6, "Names"))
    return Weighing(-16.0, evidence, Weighed(weight, 3.0, 14.0, contradictions), (), "7")


@pytest.mark.parametrize(
    ("weighing", "words"),
    [
        (said(9.4), "The machine would need 4.6 more to decide alone."),
        (said(20.0), "That is enough for the machine"),
        (said(20.0, "Different document numbers"), "never decides this pair alone"),
    ],
)
def test_how_far_it_is(weighing: Weighing, words: str) -> None:
    assert words in distance(weighing)


def test_it_is_drawn_with_its_source_and_its_sentences() -> None:
    chart = waterfall(said(9.4), date(2026, 3, 2))
    assert faults(read(chart.svg())) == []
    assert "weighed by model 7." in chart.source
    assert [row[0] for row in chart.table().rows[:2]] == ["Before anything is compared", "Same phone number"]
