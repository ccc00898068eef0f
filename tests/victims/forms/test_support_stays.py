"""Stays and the exit as typed."""

from datetime import date

from pentameter.victims.forms.support_stays import EndStayForm, ExitForm, StayForm, WherePurposeForm
from victims.support_ground import typed_day

DAY = date(2007, 10, 9)


def test_a_stay_as_typed() -> None:
    form = StayForm({"kind": "safe_house", "where": "somewhere", **typed_day("since", DAY)})
    assert form.is_valid(), form.errors
    assert (form.stay.words.kind, form.stay.words.where, form.stay.since, form.stay.until) == (
        "safe_house",
        "somewhere",
        DAY,
        None,
    )
    assert set(StayForm({}).errors) == {"kind", "since"}
    assert StayForm.on(DAY).initial == {"since": DAY}


def test_a_purpose_is_needed_and_so_is_why_she_left() -> None:
    assert "Say for what purpose" in str(WherePurposeForm({"purpose": " "}).errors)
    assert set(EndStayForm({}).errors) == {"on", "reason"}


def test_an_exit_as_typed() -> None:
    form = ExitForm({"reason": "x", "her_words": "I wish to.", **typed_day("on", DAY)})
    assert form.is_valid(), form.errors
    assert (form.leaving.words.her_words, form.leaving.on, form.leaving.after_care_until) == ("I wish to.", DAY, None)
    assert ExitForm.on_day(DAY).initial == {"on": DAY}
