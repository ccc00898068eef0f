from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.intelligence.intake import interpret
from pentameter.intelligence.intake.columns import names
from pentameter.intelligence.intake.drafts import FileKind, RawRow, ReturnDraft
from tests.intelligence.intake.rows import RETURN, TODAY, week, week_problems


def test_a_nil_return() -> None:
    assert week() == ReturnDraft(date(2007, 10, 1), "nil")


def test_a_full_return() -> None:
    assert week(
        looked="Found", premises_visited="3", people_found="1,200", arrests="1.0", hours="37.5", text="Two visits."
    ) == ReturnDraft(date(2007, 10, 1), "found", 3, 1200, 1, Decimal("37.5"), "Two visits.")


def test_nil_differs_from_nothing_done() -> None:
    assert week(looked="nil", premises_visited="3", people_found="0", hours="8").kind == "nil"
    assert week(looked="we did not look").kind == "not_looked"


@pytest.mark.parametrize(
    ("cells", "field", "code", "sentence"),
    [
        ({"week_starting": ""}, "week_starting", "required", "it is empty"),
        (
            {"week_starting": "2007-10-03"},
            "week_starting",
            "week",
            "Row 2, week starting: 3 October 2007 is a Wednesday. Write the Monday of the week, such as 2007-10-01.",
        ),
        ({"week_starting": "2007-11-05"}, "week_starting", "future", "has not come yet"),
        ({"looked": ""}, "looked", "required", "Write found, nil or not_looked."),
        ({"looked": "maybe"}, "looked", "code", "maybe is not one of the codes. Write found, nil or not_looked."),
        ({"arrests": "two"}, "arrests", "number", "two is not a whole number"),
        ({"arrests": "1,5"}, "arrests", "number", "1,5 is not a whole number"),
        ({"arrests": "-2"}, "arrests", "number", "-2 is not a whole number"),
        ({"arrests": "2000000"}, "arrests", "number", "is not a whole number up to 1,000,000"),
        ({"hours": "8 to 9"}, "hours", "number", "is not a number of hours"),
        ({"people_found": "2"}, "people_found", "conflict", "nil means that nothing was found, and here it says 2"),
        ({"looked": "not_looked", "premises_visited": "2"}, "premises_visited", "conflict", "you did not look"),
        ({"looked": "not_looked", "hours": "2"}, "hours", "conflict", "you did not look"),
        ({"agency": "cleveland"}, "agency", "agency", "the sender is durham"),
    ],
)
def test_what_is_wrong_with_a_return(cells: dict[str, str], field: str, code: str, sentence: str) -> None:
    found = week_problems(**cells)
    assert list(found) == [(field, code)]
    assert sentence in found[field, code]


@given(st.dictionaries(st.sampled_from(names(FileKind.RETURNS)), st.text(max_size=20)))
def test_every_row_is_a_draft_or_says_why_not(cells: dict[str, str]) -> None:
    made = interpret.weekly_return(RawRow(2, {**RETURN, **cells}), agency="durham", today=TODAY)
    assert isinstance(made, ReturnDraft) or made
