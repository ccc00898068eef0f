"""What moderators may choose."""

from datetime import date
from uuid import UUID

import pytest

from pentameter.bulletins.moderation.forms import DecideForm, SettingForm, StepForm
from pentameter.bulletins.moderation.rules.acts import Act

DAY = date(2007, 10, 5)
SETTING = {"taking": "open", "version": "1", "why": "Why.", "shows": "on", "checked_first": "on"}


def test_the_button_that_was_pressed_is_the_act() -> None:
    form = DecideForm({"act": "remove", "version": "2", "wording_version": "3", "rule": "attack", "words": "Why."})
    assert form.is_valid()
    judgement = form.judgement(UUID(int=1))
    assert (judgement.act, judgement.version, judgement.wording_version) == (Act.REMOVE, 2, 3)
    assert not DecideForm({"act": "undo", "version": "2", "wording_version": "3"}).is_valid()


@pytest.mark.parametrize(
    ("more", "closes_on"),
    [
        ({}, None),
        ({"after_days": "7"}, date(2007, 10, 12)),
        ({"closes_on_day": "1", "closes_on_month": "11", "closes_on_year": "2007"}, date(2007, 11, 1)),
    ],
)
def test_by_day_after_days_or_not_at_all(more: dict[str, str], closes_on: date | None) -> None:
    form = SettingForm({**SETTING, **more})
    assert form.is_valid(), form.errors
    assert form.chosen(DAY).closes_on == closes_on
    assert form.chosen(DAY).is_open


def test_two_ways_of_saying_when_are_one_too_many() -> None:
    both = {"after_days": "7", "closes_on_day": "1", "closes_on_month": "11", "closes_on_year": "2007"}
    assert "not both" in str(SettingForm({**SETTING, **both}).errors)


def test_held_is_neither_open_nor_shown_as_closed() -> None:
    form = SettingForm({**SETTING, "taking": "held"})
    assert form.is_valid()
    assert form.chosen(DAY).held
    assert not form.chosen(DAY).is_open
    assert not StepForm({"step": "banished", "words": "Why."}).is_valid()
