"""From drafts to rows: the wave of a day, digests that stay, what is sealed."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from intelligence import ground
from pentameter.intelligence.intake import interpret
from pentameter.intelligence.intake.drafts import Problem, RawRow, ReportDraft
from pentameter.intelligence.services import rows
from pentameter.operations.api import WaveCard

FIRST, SECOND = date(2007, 10, 1), date(2008, 2, 4)


def wave(number: int, starts_on: date) -> WaveCard:
    """A wave of an operation."""
    return WaveCard(
        id=uuid4(),
        operation="demo",
        operation_name="Demonstration",
        is_history=False,
        number=number,
        name=f"Wave {number}",
        starts_on=starts_on,
        ends_on=None,
        note="",
        version=1,
    )


WAVES = (wave(1, FIRST), wave(2, SECOND))


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (FIRST - timedelta(days=400), 1),
        (FIRST, 1),
        (SECOND - timedelta(days=1), 1),
        (SECOND, 2),
        (SECOND + timedelta(days=400), 2),
    ],
)
def test_a_day_belongs_to_the_last_wave_that_had_begun(day: date, number: int) -> None:
    assert rows.wave_of(WAVES, day) == WAVES[number - 1].id


def draft(**cells: str) -> ReportDraft:
    """A report as it was read."""
    read = interpret.report(RawRow(2, ground.full(1, **cells)), agency="durham", today=date(2099, 1, 1))
    assert isinstance(read, ReportDraft), read
    return read


def test_every_fact_counts_when_contents_are_compared() -> None:
    said = rows.facts(draft())
    for cells in (
        {"text": "Another story."},
        {"place": "Seaham"},
        {"malicious": "yes"},
        {"source_identity": "Somebody else"},
        {"phone1": "07700 900418"},
        {"price": "60", "currency": "GBP"},
        {"acts": "transfer"},
        {"information_grade": "C"},
    ):
        assert rows.facts(draft(**cells)) != said, cells
    assert rows.facts(draft(phone1="+44 7700 900 417")) == said


def test_what_is_held_of_a_row_is_what_was_sent() -> None:
    problem = Problem("theme", "code", "Row 2, theme: x.")
    held = rows.held({"theme": "x"}, [problem])
    assert held == {
        "cells": {"theme": "x"},
        "problems": [{"field": "theme", "code": "code", "sentence": "Row 2, theme: x."}],
    }
