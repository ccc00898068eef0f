"""A rescue opens a case: sealed, protected from its first day, with the desk alerted; and only with its row."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cast import caseworker, durham_constable, garda, removals_officer
from no_row_no_act import no_row_no_act
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Alert, Case, HoldsMark, Standing
from pentameter.victims.rules.protection import State
from pentameter.victims.services.rescue import register_rescue
from victims.ground import NAME, WHERE, a_rescue, agencies, rescued, supported

pytestmark = pytest.mark.django_db


def test_she_is_protected_from_the_day_on_which_she_was_found() -> None:
    done = rescued()
    assert done.protection.removal.state is not State.ENDED
    assert done.protection.removal.since == clock.today()
    assert Standing.objects.filter(case_id=done.case_id).count() == 2


def test_the_desk_is_alerted_without_a_name_or_place() -> None:
    done = rescued()
    (alert,) = Alert.objects.filter(case_id=done.case_id)
    assert done.reference in alert.sentence
    assert NAME not in alert.sentence
    assert WHERE not in alert.sentence


def test_nothing_of_who_and_where_stands_open_in_the_table() -> None:
    done = rescued()
    row = Case.objects.get(pk=done.case_id)
    held = b"".join(bytes(part) for part in (row.identity, row.practical, row.whereabouts) if part)
    assert NAME.encode() not in held
    assert WHERE.encode() not in held


def test_the_law_is_that_of_the_place() -> None:
    done = rescued(garda())
    row = Case.objects.get(pk=done.case_id)
    assert (row.place, row.zone) == ("ireland", "Europe/Dublin")


@pytest.mark.parametrize("found_on", [clock.today() + timedelta(days=2), date(1967, 1, 1)])
def test_a_day_on_which_she_cannot_have_been_found_is_refused(found_on: date) -> None:
    agencies()
    with pytest.raises(Refused, match=r"found|recorded"):
        register_rescue(rescue=a_rescue(found_on=found_on), by=durham_constable())
    assert not Case.objects.exists()


def test_who_removes_people_registers_nobody() -> None:
    agencies()
    with pytest.raises(Refused):
        register_rescue(rescue=a_rescue(), by=removals_officer())


def test_without_a_place_of_law_nobody_is_registered() -> None:
    agencies()
    with pytest.raises(Refused, match="where she was found"):
        register_rescue(rescue=a_rescue(), by=replace(durham_constable(), jurisdiction=None))


def test_each_rescue_moves_the_mark_of_holds() -> None:
    rescued()
    first = HoldsMark.objects.get().mark
    rescued()
    assert HoldsMark.objects.get().mark == first + 1


def test_who_supports_her_from_the_beginning_is_her_support() -> None:
    done = rescued(caseworker())
    assert Case.objects.get(pk=done.case_id).support_agency_id == caseworker().agency
    assert supported().case_id != done.case_id


@pytest.mark.django_db(transaction=True)
def test_no_row_no_case() -> None:
    agencies()
    no_row_no_act(lambda: register_rescue(rescue=a_rescue(), by=durham_constable()))
