"""Assessments, notes and flags: what is missing is said at its field."""

from datetime import date
from uuid import uuid4

import pytest

from pentameter.victims.forms.support import AssessmentForm, FlagForm, NoteForm, ReasonForm
from pentameter.victims.rules.support import EntryKind, FlagKind
from victims.support_ground import typed_day

DAY, NEXT = date(2007, 10, 9), date(2007, 11, 6)


def test_an_assessment_as_typed() -> None:
    seen = uuid4()
    days = {**typed_day("on", DAY), **typed_day("review_on", NEXT)}
    form = AssessmentForm({"level": "high", "words": "x", "seen": str(seen), **days}, kind=EntryKind.RISK)
    assert form.is_valid(), form.errors
    said = form.assessment
    assert (said.kind, said.level, said.on, said.review_on, said.seen) == (EntryKind.RISK, "high", DAY, NEXT, seen)


def test_levels_are_those_of_the_kind() -> None:
    form = AssessmentForm({"level": "high"}, kind=EntryKind.NEEDS)
    assert set(form.errors) == {"level", "words", "on", "review_on"}


def test_it_begins_with_today_and_a_day_to_look_again() -> None:
    form = AssessmentForm(kind=EntryKind.RISK).beside(None, DAY)
    assert (form.initial["on"], form.initial["review_on"], form.initial["seen"]) == (DAY, NEXT, None)


@pytest.mark.parametrize(("day", "valid"), [((31, 2, 2007), False), ((28, 2, 2007), True)])
def test_impossible_days_are_said(day: tuple[int, int, int], valid: bool) -> None:
    typed = {"since_day": day[0], "since_month": day[1], "since_year": day[2]}
    form = FlagForm({"kind": "do_not_call", "reason": "x", **typed})
    assert form.is_valid() is valid
    if valid:
        assert form.flag.kind is FlagKind.DO_NOT_CALL
    else:
        assert "31 2 2007 is not a date" in str(form.errors["since"])


def test_nothing_is_not_a_note_nor_a_reason() -> None:
    assert "Write something first." in str(NoteForm({"text": "  "}).errors)
    assert "Say why." in str(ReasonForm({}).errors)
    assert FlagForm.on(DAY).initial == {"since": DAY}
