"""What is typed at the desk: codes belong to the scheme that was chosen; what the intake finds stands at its field."""

from datetime import date
from uuid import uuid4

from django.http import QueryDict

from pentameter.bulletins.tipdesk.forms import AnswerForm, CloseForm, FileForm
from pentameter.bulletins.tipdesk.rules.states import Reason
from pentameter.bulletins.tipdesk.services.answering import Answer
from pentameter.bulletins.tipdesk.services.filing import Offered

WAVE = str(uuid4())
OFFERED = Offered(
    waves=((WAVE, "Demonstration: second wave"),),
    themes=(("labour_exploitation", "Labour exploitation"),),
    schemes=(("3x5x2", "3x5x2"), ("5x5x5", "5x5x5")),
    sources=(("3x5x2/3", "not tested"), ("5x5x5/E", "untested")),
    information=(("3x5x2/D", "not known"),),
    handling=(("3x5x2/P", "lawful sharing permitted"),),
)
SAID = {
    "version": "2",
    "wave": WAVE,
    "reported_on": "2026-11-30",
    "text": "A report.",
    "theme": "labour_exploitation",
    "scheme": "3x5x2",
    "source_grade": "3x5x2/3",
    "information_grade": "3x5x2/D",
    "handling_code": "3x5x2/P",
}


def typed(**said: str) -> QueryDict:
    """A form as a browser sends it."""
    data = QueryDict(mutable=True)
    data.update(said)
    return data


def test_a_report_as_a_row_of_the_template() -> None:
    form = FileForm(typed(**SAID), offered=OFFERED)
    assert form.is_valid(), form.errors
    assert str(form.wave_id) == WAVE
    cells = form.cells()
    assert (cells["source_grade"], cells["grade_scheme"], cells["handling_code"]) == ("3", "3x5x2", "P")
    assert cells["reported_on"] == date(2026, 11, 30).isoformat()


def test_a_code_of_another_scheme_is_not_taken() -> None:
    form = FileForm(typed(**{**SAID, "source_grade": "5x5x5/E"}), offered=OFFERED)
    assert not form.is_valid()
    assert "of 3x5x2" in str(form.errors["source_grade"])


def test_what_the_intake_found_stands_at_its_field() -> None:
    form = FileForm(typed(**SAID), offered=OFFERED)
    form.is_valid()
    form.tell((("grade_scheme", "The scheme."), ("nowhere", "Something.")))
    assert "The scheme." in str(form.errors["scheme"])
    assert "Something." in str(form.non_field_errors())


def test_answers_reasons_and_what_was_typed_over_a_newer_version() -> None:
    form = AnswerForm(typed(version="1", words="Hello", asks="on"))
    assert form.is_valid()
    assert form.answer == Answer("Hello", asks=True)
    form.over(7)
    assert (form["version"].value(), form["words"].value()) == ("7", "Hello")
    closing = CloseForm(typed(version="1", reason="not_for_us"))
    assert closing.is_valid()
    assert closing.why is Reason.NOT_FOR_US
    assert not CloseForm(typed(version="1")).is_valid()
