from datetime import date

import pytest

from pentameter.config.demo.mistakes import MISTAKES, Mistake, spoil
from pentameter.intelligence.intake import interpret
from pentameter.intelligence.intake.drafts import RawRow, ReportDraft

GOOD = {
    "agency": "durham",
    "report_ref": "DUR-26-1",
    "reported_on": "2026-09-04",
    "theme": "unknown",
    "grade_scheme": "3x5x2",
    "source_grade": "2",
    "information_grade": "B",
    "handling_code": "C",
    "handling_conditions": "Ask first.",
    "text": "Seen in the town.",
    "person1_name": "Mira Testova",
    "phone1": "07700 900417",
}


def _interpret(row: dict[str, str | date]) -> object:
    cells = {name: str(value) for name, value in row.items()}
    return interpret.report(RawRow(2, cells), agency="durham", today=date(2026, 10, 5))


def test_the_row_is_good_before() -> None:
    assert isinstance(_interpret(dict(GOOD)), ReportDraft)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.words)
def test_a_mistake_is_found_in_its_field_for_its_reason(mistake: Mistake) -> None:
    assert mistake.suits(dict(GOOD))
    problems = _interpret(spoil(dict(GOOD), mistake))
    assert isinstance(problems, tuple)
    assert [(problem.field, problem.code) for problem in problems] == [(mistake.field, mistake.code)]
