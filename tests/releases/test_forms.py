"""What may be typed about a release."""

from datetime import UTC, datetime

import pytest

from pentameter.releases.forms import ReasonForm, SafeForm, SignForm, WordsForm

DAY = {"day_day": "1", "day_month": "12", "day_year": "2007"}
WORDS = dict.fromkeys(("summary", "source", "method", "counting", "revisions", "withheld"), "x")


@pytest.mark.parametrize(("typed", "valid"), [("09:30", True), ("9:30", True), ("half nine", False), ("25:00", False)])
def test_a_time_is_written_as_a_clock_shows_it(typed: str, valid: bool) -> None:
    form = SignForm({**DAY, "hour": typed, "read": "on", "revision": "1"})
    assert form.is_valid() is valid
    if valid:
        assert form.publish_at.astimezone(UTC) == datetime(2007, 12, 1, 9, 30, tzinfo=UTC)


def test_nobody_signs_without_saying_that_they_read_it() -> None:
    form = SignForm({**DAY, "hour": "09:30", "revision": "1"})
    assert form.errors["read"] == ["Say that you have read it."]


@pytest.mark.parametrize(("typed", "valid"), [("10", True), ("4", False), ("101", False), ("ten", False)])
def test_a_threshold_is_neither_too_low_nor_too_high(typed: str, valid: bool) -> None:
    assert SafeForm({"threshold": typed, "revision": "1"}).is_valid() is valid


def test_only_a_correction_says_what_changed() -> None:
    assert WordsForm({**WORDS, "revision": "1"}, correction=False).is_valid()
    form = WordsForm({**WORDS, "revision": "1"}, correction=True)
    assert "changed" in form.errors
    again = WordsForm({**WORDS, "changed": "y", "revision": "1"}, correction=True).over(7)
    assert again.data["revision"] == "7"
    assert again.non_field_errors()


def test_a_reason_is_needed() -> None:
    assert not ReasonForm({"revision": "1", "because": "  "}).is_valid()
