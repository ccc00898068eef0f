"""Operations and waves, as typed."""

from datetime import date

import pytest

from operations import stage
from pentameter.operations import api
from pentameter.operations.forms.waves import OperationForm, WaveForm


def _wave(**said: str) -> WaveForm:
    days = {"starts_on_day": "3", "starts_on_month": "October", "starts_on_year": "2007"}
    return WaveForm({"name": "First", **days, **said})


def test_a_wave_may_have_no_end() -> None:
    form = _wave(note="To confirm.")
    assert form.is_valid(), form.errors
    assert (form.plan.starts_on, form.plan.ends_on, form.plan.note) == (date(2007, 10, 3), None, "To confirm.")


def test_an_end_before_the_beginning_is_told_at_the_end() -> None:
    form = _wave(ends_on_day="2", ends_on_month="10", ends_on_year="2007")
    assert not form.is_valid()
    assert list(form.errors) == ["ends_on"]


@pytest.mark.parametrize("slug", ["new", "Waves", "two words", "", "ünited"])
def test_a_short_name_is_an_address(slug: str) -> None:
    assert "slug" in OperationForm({"name": "An operation", "slug": slug}).errors


@pytest.mark.django_db
def test_the_same_words_go_over_the_version_saved_now() -> None:
    current = api.wave(stage.wave())
    assert current is not None
    again = _wave(version="7").over(current)
    assert again.is_valid()
    assert (again.plan.name, again.cleaned_data["version"]) == ("First", current.version)
    assert WaveForm.of(current).initial["ends_on"] == stage.ENDS
