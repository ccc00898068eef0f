"""Questions of policy as typed: each fault names its field and what to do."""

import pytest

from pentameter.justice.forms.questions import EntryForm, QuestionForm, StrikeForm

GOOD = {
    "text": "Should paying for sexual services be an offence?",
    "jurisdiction": "england_wales",
    "law": "PCA09-14",
    "state": "raised",
    "said": "A minister was asked at the launch.",
    "source": "a newspaper of that day",
}


def test_a_whole_question() -> None:
    form = QuestionForm(GOOD | {"on_day": "3", "on_month": "10", "on_year": "2007"})
    assert form.is_valid(), form.errors
    assert form.entry.on.isoformat() == "2007-10-03"
    assert form.entry.to_confirm is False


@pytest.mark.parametrize(
    ("field", "given", "fault"),
    [
        ("text", "Paying should be an offence.", "Put it as a question"),
        ("text", "", "Enter the question."),
        ("jurisdiction", "", "Choose whose law the question is about."),
        ("law", "MSA15-45", "Choose a law from the list, or none."),
        ("state", "", "Choose how the question stands since then."),
        ("said", " ", "Say what happened, as it was published."),
        ("source", "", "Name the source. Nothing is kept here without one."),
    ],
)
def test_faults_name_their_field(field: str, given: str, fault: str) -> None:
    form = QuestionForm(GOOD | {"on_day": "3", "on_month": "10", "on_year": "2007", field: given})
    assert fault in form.errors[field][0]
    assert set(form.errors) == {field}


def test_a_day_that_is_none_is_said() -> None:
    form = EntryForm(GOOD | {"on_day": "31", "on_month": "2", "on_year": "2007"})
    assert form.errors["on"] == ["31 2 2007 is not a date. Write it as 27 3 2008."]


def test_the_same_words_again_over_what_the_question_has_become() -> None:
    form = EntryForm(GOOD | {"on_day": "3", "on_month": "10", "on_year": "2007", "seen": "1"}).again(4)
    assert form.is_valid()
    assert (form.cleaned_data["seen"], form.entry.said) == (4, GOOD["said"])


def test_a_striking_has_a_reason() -> None:
    assert StrikeForm({"reason": " "}).errors["reason"] == ["Say what was wrong with the entry."]
