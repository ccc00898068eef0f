"""A week's return, as typed."""

from decimal import Decimal

import pytest

from cast import durham_constable
from operations import stage
from pentameter.operations.api import Looked
from pentameter.operations.forms.returns import ReturnForm
from pentameter.operations.queries.agency import current_return, duties


def test_empty_is_not_nought() -> None:
    form = ReturnForm({"week": "2007-10-01", "looked": "nil", "hours": "37.5", "arrests": "0"})
    assert form.is_valid(), form.errors
    assert (form.word.people_found, form.word.arrests, form.word.hours) == (None, 0, Decimal("37.5"))


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"week": "1/10/2007"}, "week"),
        ({"looked": "perhaps"}, "looked"),
        ({"hours": "37.55"}, "hours"),
        ({"hours": "NaN"}, "hours"),
        ({"people_found": "1e3"}, "people_found"),
        ({"people_found": "1"}, "looked"),
        ({"text": "a" * 2_001}, "text"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(said: dict[str, str], field: str) -> None:
    form = ReturnForm({"week": "2007-10-01", "looked": "nil", **said})
    assert list(form.errors) == [field]


@pytest.mark.django_db
def test_the_form_offers_open_weeks_and_begins_with_what_was_filed() -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    stage.files(wave, durham_constable(), stage.found(stage.SECOND))
    filed = current_return(wave, "durham", stage.SECOND)
    (duty,) = duties("durham", stage.TODAY)
    form = ReturnForm.of(stage.SECOND, filed).offering(duty)
    assert form.initial["looked"] == Looked.FOUND.value
    assert form.initial["people_found"] == 2
    offered = str(form["week"])
    assert "Week of 15 October 2007: no return" in offered
    assert '<option value="2007-10-08" selected>Week of 8 October 2007: looked and found something' in offered
