import pytest

from pentameter.intelligence.intake.drafts import RawRow
from pentameter.intelligence.intake.foreign import DEFAULT_CONDITIONS, STRICTEST, Reach, Terms, under

SHARED = Terms(Reach.SHARED)
BOUND = {"handling_conditions": "Handling conditions: ask first."}


@pytest.mark.parametrize(
    ("cells", "terms", "code", "conditions"),
    [
        ({}, STRICTEST, "C", DEFAULT_CONDITIONS),
        ({}, SHARED, "P", ""),
        ({}, Terms(Reach.OWN, " Ask Durham. "), "C", "Ask Durham."),
        ({}, Terms(Reach.SHARED, "Ask Durham."), "P", "Ask Durham."),
        (BOUND, STRICTEST, "C", "Handling conditions: ask first."),
        (BOUND, SHARED, "C", "Handling conditions: ask first."),
        (BOUND, Terms(Reach.OWN, "Ask Durham."), "C", "Ask Durham.\nHandling conditions: ask first."),
        ({"handling_code": "P", "source_grade": "1"}, STRICTEST, "C", DEFAULT_CONDITIONS),
    ],
)
def test_nothing_is_invented_and_what_binds_stays(
    cells: dict[str, str], terms: Terms, code: str, conditions: str
) -> None:
    row = under(RawRow(3, cells, foreign=True), terms)
    assert (row.cells["handling_code"], row.cells["handling_conditions"]) == (code, conditions)
    assert (row.cells["grade_scheme"], row.cells["source_grade"], row.cells["information_grade"]) == ("3x5x2", "2", "D")
    assert row.foreign
