"""People rescued are counted live, by wave and agency; what waits is counted for those who may see it."""

import pytest

from cast import agency, caseworker, durham_constable, duty_desk, garda, in_database, outsider
from operations import stage
from pentameter.kernel import clock
from pentameter.victims.models import Case, NeedToKnow
from pentameter.victims.queries.counts import RescuedCount, case_duties, rescued_counts, rescued_in
from victims.ground import rescued, supported

pytestmark = pytest.mark.django_db


def test_each_rescue_counts_at_once_in_the_wave_that_runs() -> None:
    for person in (durham_constable(), garda(), outsider()):
        agency(person)
    wave = stage.wave(clock.today(), None)
    stage.joins(wave, "durham", since=clock.today())
    before = rescued_in([wave])
    rescued()
    rescued(garda())
    assert before == {wave: 0}
    assert rescued_in([wave]) == {wave: 2}
    assert rescued_counts(waves=[wave]) == (RescuedCount(wave, "durham", 1), RescuedCount(wave, "garda", 1))


def test_without_a_wave_she_is_counted_under_none() -> None:
    rescued()
    assert rescued_counts() == (RescuedCount(None, "durham", 1),)


def test_what_waits_is_counted_for_those_who_may_see_it() -> None:
    supported()
    rescued()
    desk = case_duties(duty_desk())
    assert (desk.open, desk.unsupported, desk.supports) == (2, 1, False)
    theirs = case_duties(caseworker())
    assert (theirs.open, theirs.unsupported, theirs.nobody_works, theirs.supports) == (1, 0, 1, True)
    assert case_duties(outsider()).open == 0


def test_who_is_assigned_is_no_task_any_more() -> None:
    done = supported()
    in_database(caseworker())
    NeedToKnow.objects.create(
        case_id=done.case_id,
        person=caseworker().id,
        kind="assigned",
        began_at=clock.now(),
        given_by=caseworker().id,
    )
    assert case_duties(caseworker()).nobody_works == 0
    Case.objects.update(state="closed")
    assert case_duties(caseworker()).open == 0
