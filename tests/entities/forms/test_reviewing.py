"""What is typed at the queue: what is not known narrows nothing, and nothing is judged by accident."""

import pytest

from pentameter.entities.forms.reviewing import AnswerForm, AskForm, QueueFilterForm, UndoForm
from pentameter.entities.queries.queue import QueueFilter
from pentameter.entities.rules.judgements import Finding
from pentameter.entities.rules.reviewing import Whom


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ({}, QueueFilter()),
        (
            {"kind": "person", "agency": "kent", "theme": "forced_labour"},
            QueueFilter("person", "kent", "forced_labour"),
        ),
        ({"kind": "dragon", "agency": "narnia", "theme": "x"}, QueueFilter()),
    ],
)
def test_what_is_not_known_narrows_nothing(asked: dict[str, str], chosen: QueueFilter) -> None:
    assert QueueFilterForm(asked, agencies=[("kent", "Kent")]).chosen == chosen


def test_enter_in_the_field_alone_is_no_answer() -> None:
    assert not AnswerForm({"finding": "", "reason": "Twins", "version": "1"}).is_valid()
    form = AnswerForm({"finding": "different", "reason": "Twins", "version": "3"})
    assert form.is_valid()
    assert (form.answer.finding, form.answer.reason, form.answer.version) == (Finding.DIFFERENT, "Twins", 3)


@pytest.mark.parametrize(("of", "valid"), [("7", True), ("national_analyst@centre", True), ("8", False), ("", False)])
def test_only_who_is_offered_is_asked(of: str, valid: bool) -> None:
    people = [("7", "Sioned"), ("national_analyst@centre", "Any analyst")]
    form = AskForm({"finding": "unsure", "of": of, "reason": "The name", "version": "1"}, people=people)
    assert form.is_valid() is valid
    assert not valid or form.asking.of == Whom.read(of)


def test_a_reason_for_undoing_has_an_end() -> None:
    assert UndoForm({"reason": ""}).is_valid()
    assert not UndoForm({"reason": "x" * 2_001}).is_valid()
