"""Where she is opens for a purpose, to who works with her and to the desk; the look is an event of its own."""

import pytest

from cast import caseworker, decision_maker, durham_constable, duty_desk, outsider, removals_officer
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.victims.rules.cases import Whereabouts
from pentameter.victims.services.changes import close_case
from pentameter.victims.services.whereabouts import (
    MovedMeanwhile,
    change_whereabouts,
    read_whereabouts,
    show_before_opening,
)
from victims.ground import WHERE, supported, worked_with

pytestmark = pytest.mark.django_db
ELSEWHERE = Whereabouts("another room, canary-elsewhere", "since Monday")


def test_who_works_with_her_opens_it_for_a_purpose_and_the_look_is_kept() -> None:
    done = worked_with()
    assert show_before_opening(case_id=done.case_id, by=caseworker()).where is None
    page = read_whereabouts(case_id=done.case_id, purpose="a visit", by=caseworker())
    assert page.where is not None
    assert page.where.where == WHERE
    row = Entry.objects.order_by("-seq")[0]
    assert (row.event, row.purpose, row.subject_id) == ("whereabouts_read", "a visit", str(done.case_id))
    assert "canary" not in row.detail


@pytest.mark.parametrize(
    "actor", [durham_constable(), outsider(), removals_officer(), decision_maker()], ids=lambda one: one.role
)
def test_others_never_open_it(actor: Actor) -> None:
    done = worked_with()
    for act in (
        lambda: read_whereabouts(case_id=done.case_id, purpose="a visit", by=actor),
        lambda: show_before_opening(case_id=done.case_id, by=actor),
        lambda: change_whereabouts(case_id=done.case_id, where=ELSEWHERE, version=1, by=actor),
    ):
        with pytest.raises(Refused):
            act()


def test_without_an_assignment_or_a_purpose_it_stays_sealed() -> None:
    done = supported()
    with pytest.raises(Refused):
        read_whereabouts(case_id=done.case_id, purpose="a visit", by=caseworker())
    with pytest.raises(Refused, match="purpose"):
        read_whereabouts(case_id=done.case_id, purpose=" ", by=duty_desk())


def test_who_comes_second_sees_both_versions_and_that_is_a_look() -> None:
    done = worked_with()
    assert change_whereabouts(case_id=done.case_id, where=ELSEWHERE, version=1, by=duty_desk()) is None
    answer = change_whereabouts(case_id=done.case_id, where=Whereabouts("here"), version=1, by=caseworker())
    assert isinstance(answer, MovedMeanwhile)
    assert (answer.current.where, answer.current.version) == (ELSEWHERE, 2)
    assert Entry.objects.order_by("-seq")[0].event == "whereabouts_read"


def test_a_closed_case_takes_no_new_whereabouts() -> None:
    done = worked_with()
    close_case(case_id=done.case_id, reason="moved", by=caseworker())
    with pytest.raises(Refused, match="Open it again first"):
        change_whereabouts(case_id=done.case_id, where=ELSEWHERE, version=2, by=caseworker())


@pytest.mark.django_db(transaction=True)
def test_no_row_nothing_opened_or_changed() -> None:
    done = worked_with()
    no_row_no_act(lambda: show_before_opening(case_id=done.case_id, by=caseworker()))
    no_row_no_act(lambda: read_whereabouts(case_id=done.case_id, purpose="a visit", by=caseworker()))
    no_row_no_act(lambda: change_whereabouts(case_id=done.case_id, where=ELSEWHERE, version=1, by=caseworker()))
