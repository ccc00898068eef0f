"""Which wave is shown when nobody chose one."""

from datetime import date
from uuid import UUID

import pytest

from pentameter.operations.api import WaveCard
from pentameter.picture.rules.waves import wave_to_show, week_number

TODAY = date(2007, 11, 5)


def wave(name: str, starts_on: date, ends_on: date | None = None, *, is_history: bool = False) -> WaveCard:
    """A wave as operations know it."""
    return WaveCard(UUID(int=len(name)), "demo", "Demo", is_history, 1, name, starts_on, ends_on, "", 1)


HISTORY = wave("history", date(2007, 10, 1), is_history=True)
ENDED = wave("ended", date(2007, 10, 15), date(2007, 11, 1))
RUNS = wave("runs", date(2007, 10, 1))
RUNS_LONGER = wave("runs longer", date(2006, 10, 1))
COMES = wave("comes", date(2007, 12, 1))
COMES_LATER = wave("comes later", date(2008, 1, 1))


@pytest.mark.parametrize(
    ("waves", "shown"),
    [
        ([], None),
        ([HISTORY], None),
        ([HISTORY, ENDED], ENDED),
        ([ENDED, RUNS], RUNS),
        ([RUNS_LONGER, RUNS, COMES], RUNS),
        ([ENDED, COMES], ENDED),
        ([COMES_LATER, COMES, HISTORY], COMES),
    ],
)
def test_the_wave_to_show(waves: list[WaveCard], shown: WaveCard | None) -> None:
    assert wave_to_show(waves, TODAY) == shown


def test_the_week_of_a_wave() -> None:
    assert week_number(RUNS, TODAY) == 6
    assert week_number(ENDED, TODAY) == 3
    assert week_number(COMES, TODAY) == 0
