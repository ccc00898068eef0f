"""Every look at a case is a row, and only who may looks."""

from collections.abc import Callable
from uuid import UUID

import pytest

from cast import caseworker, durham_constable, duty_desk, outsider, removals_officer
from no_row_no_act import no_row_no_act
from pentameter.access.api import Operation
from pentameter.audit.models import Entry
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case, CaseEvent, CaseKey
from pentameter.victims.rules.cases import CaseState
from pentameter.victims.services.cases import list_cases, show_case, show_frame, show_timeline, show_version
from pentameter.victims.services.changes import close_case
from pentameter.victims.services.registered import show_registered
from victims.ground import NAME, rescued, supported

pytestmark = pytest.mark.django_db
LOOKS: tuple[Callable[..., object], ...] = (show_case, show_timeline, show_version, show_registered)


def frame(*, case_id: UUID, by: Actor) -> object:
    return show_frame(case_id=case_id, operation=Operation.CHANGE_CASE, by=by)


@pytest.mark.parametrize("look", [*LOOKS, frame])
def test_a_look_is_a_row_without_contents(look: Callable[..., object]) -> None:
    done = rescued()
    look(case_id=done.case_id, by=durham_constable())
    row = Entry.objects.order_by("-seq")[0]
    assert (row.event, row.subject_id) == ("case_read", str(done.case_id))
    assert NAME not in row.detail


@pytest.mark.parametrize("look", [*LOOKS, frame])
@pytest.mark.parametrize("actor", [outsider(), removals_officer()], ids=lambda one: one.role)
def test_for_others_it_never_was(look: Callable[..., object], actor: Actor) -> None:
    done = rescued()
    with pytest.raises(Refused):
        look(case_id=done.case_id, by=actor)


@pytest.mark.django_db(transaction=True)
def test_no_row_no_look() -> None:
    done = rescued()
    for look in LOOKS:
        no_row_no_act(lambda look=look: look(case_id=done.case_id, by=durham_constable()))
    no_row_no_act(lambda: frame(case_id=done.case_id, by=durham_constable()))
    no_row_no_act(lambda: list_cases(by=durham_constable()))


def test_a_list_is_one_row_with_the_cases_that_it_showed() -> None:
    first, second = rescued(), rescued()
    list_cases(by=duty_desk())
    row = Entry.objects.order_by("-seq")[0]
    assert row.event == "cases_listed"
    assert str(first.case_id) in row.detail
    assert str(second.case_id) in row.detail
    assert NAME not in row.detail


def test_who_may_list_no_cases_is_refused() -> None:
    with pytest.raises(Refused):
        list_cases(by=removals_officer())


def test_a_record_offers_what_its_reader_may() -> None:
    done = supported()
    officer = show_case(case_id=done.case_id, by=durham_constable())
    assert (officer.may_change, officer.may_see_where, officer.may_say_where) == (True, False, False)
    assert officer.has_whereabouts
    desk = show_case(case_id=done.case_id, by=duty_desk())
    assert (desk.may_see_where, desk.may_say_where) == (True, True)
    assert not show_case(case_id=done.case_id, by=caseworker()).may_see_where


def test_a_closed_case_is_read_and_not_changed() -> None:
    done = rescued()
    close_case(case_id=done.case_id, reason="moved away", by=durham_constable())
    found = show_case(case_id=done.case_id, by=durham_constable())
    assert (found.may_change, found.may_reopen) == (False, True)
    assert found.frame.removal.protected
    with pytest.raises(Refused, match="Open it again first"):
        show_version(case_id=done.case_id, by=durham_constable())


def test_the_timeline_tells_acts_and_what_bears_on_protection_newest_first() -> None:
    done = rescued()
    close_case(case_id=done.case_id, reason="moved away", by=durham_constable())
    lines = show_timeline(case_id=done.case_id, by=durham_constable()).lines
    assert [one.sentence for one in lines] == [
        "The case was closed.",
        "The case was opened.",
        "The recognition as a possible victim.",
    ]
    assert lines[0].by == durham_constable().id
    CaseEvent.objects.update(kind="of another version")
    assert (
        show_timeline(case_id=done.case_id, by=durham_constable()).lines[-1].sentence == "An event of an unknown kind."
    )


def test_an_erased_case_shows_its_reference_and_no_more() -> None:
    done = rescued()
    CaseKey.objects.all().delete()
    Case.objects.update(state=CaseState.ERASED.value, identity=None, practical=None, whereabouts=None)
    found = show_case(case_id=done.case_id, by=durham_constable())
    assert (found.frame.name, found.identity.shown, found.has_whereabouts) == ("Erased", "Name not known", False)
    assert found.frame.removal.protected
