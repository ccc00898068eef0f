import pytest

from pentameter.intelligence.intake.drafts import RawRow
from pentameter.intelligence.intake.interpret.reading import Reading
from tests.intelligence.intake.rows import TODAY


def reading(**cells: str) -> Reading:
    return Reading(RawRow(4, cells), agency="durham", today=TODAY)


def test_cells_lose_the_spaces_at_their_ends_and_empty_ones_are_gone() -> None:
    assert reading(place="  Durham \n", text="   ", theme="").cells == {"place": "Durham"}


@pytest.mark.parametrize("word", ["", "-", "n/k", "Unknown"])
def test_a_fact_that_is_not_known_is_none(word: str) -> None:
    assert reading(phone1=word).fact("phone1") is None


def test_problems_are_collected_and_not_raised() -> None:
    row = reading(reported_on="soon")
    assert row.day("reported_on", needed=True) is None
    assert row.required("text", "Write it.") == ""
    assert [(problem.field, problem.code) for problem in row.found()] == [("reported_on", "date"), ("text", "required")]
