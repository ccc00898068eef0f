"""The desk's word: held by one, cleared by two, and nothing over a colleague's head."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest

from cast import caseworker, duty_desk, in_database, removals_officer, without_second_factor
from decisions.ground import checked, line_of, officer, protected, sound, stage
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.decisions.models import LineAct, ListLine
from pentameter.decisions.rules.screening.clearance import Standing
from pentameter.decisions.services.desk import (
    LineChangedMeanwhile,
    agree_clearance,
    confirm_line,
    propose_clearance,
    reopen_line,
    show_desk,
    show_line,
    undo_proposal,
)
from pentameter.decisions.services.lists import show_list
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db

WHY = "Another date of birth in the passport that I was shown."


def second() -> Actor:
    """Another person at the desk."""
    return replace(duty_desk(), id="11111111-1111-4111-8111-111111111111", name="Sioned Vaughan")


@pytest.fixture
def line() -> ListLine:
    """A line that may be a protected person."""
    stage()
    protected()
    return line_of(checked())


def now(line: ListLine) -> ListLine:
    """The line as it stands now."""
    return ListLine.objects.get(pk=line.pk)


def do(act: Callable[..., None], line: ListLine, by: Actor | None = None, reason: str = WHY) -> ListLine:
    """An act on the line as it stands now."""
    act(line_id=line.pk, reason=reason, version=now(line).version, by=by or duty_desk())
    return now(line)


def test_the_queue_has_the_line_and_finds_it_by_the_reference_that_an_officer_names(line: ListLine) -> None:
    assert [one.id for one in show_desk(by=duty_desk()).lines] == [line.pk]
    assert [one.id for one in show_desk(by=duty_desk(), reference=f" {line.reference.lower()} ").lines] == [line.pk]
    assert show_desk(by=duty_desk(), reference="S-0000-0000").lines == ()


def test_the_item_lays_the_case_beside_the_line_with_the_reasons(line: ListLine) -> None:
    page = show_line(line_id=line.pk, by=duty_desk())
    assert page.line.subject.given == "TESTOVA"
    (case,) = page.cases
    assert case.identity.shown == "Zorana Testova"
    assert case.heading == "Protected from removal"
    assert any("year wrong by one" in reason for reason in case.reasons)
    assert Entry.objects.filter(event="case_read", subject_id=str(case.id)).exists()
    assert Entry.objects.filter(event="line_read", subject_id=str(line.pk)).exists()


def test_it_is_her(line: ListLine) -> None:
    done = do(confirm_line, line)
    assert (done.state, done.held) == ("confirmed", True)
    assert Entry.objects.filter(event="line_confirmed").exists()


def test_a_clearance_takes_two_people_each_with_a_reason(line: ListLine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert do(propose_clearance, line).state == "proposed"
    with pytest.raises(Refused, match="Another person"):
        do(agree_clearance, line)
    with pytest.raises(Refused, match="Say why"):
        do(agree_clearance, line, second(), reason=" ")
    with sound(monkeypatch):
        done = do(agree_clearance, line, second())
        assert (done.state, done.held) == ("cleared", False)
        assert show_list(list_id=line.list_id, by=officer()).list.standing is Standing.CLEARED
    assert Entry.objects.filter(event="list_cleared", subject_id=str(line.list_id)).count() == 1
    assert [one.by for one in LineAct.objects.order_by("at")] == [duty_desk().id, second().id]


def test_a_list_is_not_clear_while_a_line_is_open_proposed_or_held(
    line: ListLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stands() -> Standing:
        return show_list(list_id=line.list_id, by=officer()).list.standing

    with sound(monkeypatch):
        assert stands() is Standing.TO_ANSWER
        do(propose_clearance, line)
        assert stands() is Standing.TO_ANSWER
        do(confirm_line, line)
        assert stands() is Standing.HELD


def test_a_proposal_is_taken_back_and_an_answer_is_opened_again(line: ListLine) -> None:
    do(propose_clearance, line)
    undo_proposal(line_id=line.pk, version=now(line).version, by=second())
    assert (now(line).state, now(line).proposed_by) == ("open", "")
    do(confirm_line, line)
    assert do(reopen_line, line, second()).state == "open"


def test_what_a_colleague_changed_meanwhile_is_not_written_over(line: ListLine) -> None:
    do(propose_clearance, line)
    with pytest.raises(LineChangedMeanwhile):
        confirm_line(line_id=line.pk, reason=WHY, version=line.version, by=second())
    assert now(line).state == "proposed"


def test_reasons_are_sealed(line: ListLine) -> None:
    do(confirm_line, line)
    assert WHY.encode() not in bytes(LineAct.objects.get().reason)
    assert show_line(line_id=line.pk, by=duty_desk()).line.acts[0].reason == WHY


def test_nobody_else_answers_and_nobody_without_a_second_factor(line: ListLine) -> None:
    in_database(caseworker())
    for stranger in (removals_officer(), caseworker(), without_second_factor(duty_desk())):
        with pytest.raises(Refused):
            do(confirm_line, line, stranger)
        with pytest.raises(Refused):
            show_line(line_id=line.pk, by=stranger)
    with pytest.raises(Refused) as answer:
        show_line(line_id=uuid4(), by=duty_desk())
    assert answer.value.hidden


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    stage()
    protected()
    line = line_of(checked())
    no_row_no_act(lambda: do(confirm_line, line))
    no_row_no_act(lambda: do(propose_clearance, line))
    do(propose_clearance, line)
    no_row_no_act(lambda: do(agree_clearance, line, second()))
    no_row_no_act(lambda: undo_proposal(line_id=line.pk, version=now(line).version, by=second()))
    do(confirm_line, line)
    no_row_no_act(lambda: do(reopen_line, line))
