"""Fields: a day in three boxes, and sentences that name the field."""

from datetime import date

import pytest
from django import forms

from pentameter.look.fields import DayField, day_parts, options, told


class Asked(forms.Form):
    on = DayField(label="First day")
    until = DayField(required=False)
    theme = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    nca = forms.CharField(label="NCA reference")


def _asked(day: str, month: str, year: str) -> Asked:
    return Asked({"on_day": day, "on_month": month, "on_year": year})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("27", "3", "2008"), date(2008, 3, 27)),
        (("1", "October", "2007"), date(2007, 10, 1)),
        ((" 5 ", "oct", "2007"), date(2007, 10, 5)),
    ],
)
def test_a_day_as_people_type_it(typed: tuple[str, str, str], meant: date) -> None:
    form = _asked(*typed)
    form.is_valid()
    assert form.cleaned_data["on"] == meant
    assert form.cleaned_data["until"] is None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("31", "2", "2008"), "31 2 2008 is not a date. Write it as 27 3 2008."),
        (("5", "", "2007"), "The date for “First day” must include a month."),
        (("", "", ""), "Enter a date for “First day”."),
        (("x", "y", "z"), "x y z is not a date. Write it as 27 3 2008."),
        (("1", "1", "99999"), "1 1 99999 is not a date. Write it as 27 3 2008."),
        (("1", "1", "9" * 20), f"1 1 {'9' * 20} is not a date. Write it as 27 3 2008."),
        (("9" * 20, "1", "2008"), f"{'9' * 20} 1 2008 is not a date. Write it as 27 3 2008."),
    ],
)
def test_a_day_that_is_none(typed: tuple[str, str, str], sentence: str) -> None:
    assert told(_asked(*typed)["on"]) == [sentence]


def test_what_was_typed_is_kept() -> None:
    assert [part["value"] for part in day_parts(_asked("31", "2", "2008")["on"], "wrong")] == ["31", "2", "2008"]


def test_an_empty_field_is_named() -> None:
    form = Asked({})
    assert told(form["theme"]) == ["Choose theme."]
    assert told(form["nca"]) == ["Enter NCA reference."]


def test_options_keep_the_choice() -> None:
    chosen = [option["checked"] for option in options(Asked({"theme": "b"})["theme"])]
    assert chosen == [False, True]
