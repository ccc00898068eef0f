from datetime import date

import pytest

from pentameter.config.demo import pool, returns
from pentameter.config.demo.calendar import waves
from pentameter.config.demo.chance import chance
from pentameter.config.demo.reference import MARK
from pentameter.config.demo.shipments import Fate, Shipment
from pentameter.intelligence.intake import interpret
from pentameter.intelligence.intake.drafts import RawRow, ReturnDraft

FIRST, SECOND = waves(date(2026, 10, 5))
SENDING = [(one, wave) for one in pool.participants() for wave in (FIRST, SECOND) if one.returns[wave.number - 1]]


def _made(participant: pool.Participant, number: int) -> Shipment:
    wave = (FIRST, SECOND)[number - 1]
    return returns.shipment(participant, wave, wave.weeks(), chance(5, participant.agency, number))


@pytest.mark.parametrize("agency", ["north-yorkshire", "cumbria", "wiltshire"])
def test_agencies_with_nothing_planned_looked_and_found_nothing(agency: str) -> None:
    participant = next(one for one in pool.participants() if one.agency == agency)
    made = _made(participant, 2)
    assert len(made.lines) == 6
    assert {line.cells["looked"] for line in made.lines} == {"nil"}


def test_returns_are_understood_unless_spoilt_on_purpose() -> None:
    for participant, wave in SENDING:
        for number, line in _made(participant, wave.number).numbered():
            cells = {name: str(value) for name, value in line.cells.items()}
            assert cells["text"].endswith(f"{MARK}.")
            read = interpret.weekly_return(RawRow(number, cells), agency=participant.agency, today=date(2026, 10, 5))
            if isinstance(read, ReturnDraft):
                assert line.fate is Fate.ACCEPTED
            else:
                assert [(one.field, one.code) for one in read] == [(line.field, line.code)]


def test_all_three_words_and_silence_occur() -> None:
    words = {line.cells["looked"] for one, wave in SENDING for line in _made(one, wave.number).lines}
    assert {"found", "nil", "not_looked"} <= words
    assert any(len(_made(one, 1).lines) < 17 for one, wave in SENDING if wave is FIRST)
    assert any(one.levels[1] and not one.returns[1] for one in pool.participants())
