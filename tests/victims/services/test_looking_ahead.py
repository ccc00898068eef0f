"""All clocks are looked at in steps that stand whole; a run that is cut short goes on, one done again does nothing."""

from datetime import timedelta

import pytest

from no_row_no_act import no_row_no_act
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.victims import tasks
from pentameter.victims.models import Alert, Case, CaseKey, LookAhead, Standing
from pentameter.victims.queries.look_aheads import look_ahead_standing, looked_ahead_on
from pentameter.victims.services.looking_ahead import _one_step, look_ahead
from pentameter.work import api as work
from victims.ground import supported

pytestmark = pytest.mark.django_db
TODAY = clock.today()


def some(count: int) -> None:
    for number in range(count):
        supported(found_on=TODAY - timedelta(days=number))
    Standing.objects.update(on=TODAY - timedelta(days=3))


def test_a_day_is_looked_at_once_and_every_alert_raised_once() -> None:
    some(3)
    assert looked_ahead_on() is None
    assert look_ahead_standing().stale
    assert look_ahead(day=TODAY, by=SYSTEM) == 3
    assert set(Standing.objects.values_list("on", flat=True)) == {TODAY}
    raised = Alert.objects.filter(kind="ending").count()
    assert raised == 6  # both clocks of three people may end any day, by a refusal
    assert look_ahead(day=TODAY, by=SYSTEM) == 0
    assert look_ahead(day=TODAY + timedelta(days=1), by=SYSTEM) == 3
    assert Alert.objects.filter(kind="ending").count() == raised
    assert looked_ahead_on() == TODAY + timedelta(days=1)


def test_a_run_that_was_cut_short_goes_on_where_it_ended() -> None:
    some(5)
    assert _one_step(TODAY, SYSTEM, 2) == 2
    assert looked_ahead_on() is None
    assert look_ahead(day=TODAY, by=SYSTEM, step=2) == 3
    run = LookAhead.objects.get()
    assert (run.cases, run.unread, looked_ahead_on()) == (5, 0, TODAY)


def test_a_case_that_cannot_be_read_is_counted_and_keeps_its_old_standing() -> None:
    some(2)
    broken = Case.objects.order_by("id")[0]
    CaseKey.objects.filter(case=broken).update(wrapped=b"not a key at all, and long enough")
    look_ahead(day=TODAY, by=SYSTEM)
    assert LookAhead.objects.get().unread == 1
    assert set(Standing.objects.filter(case=broken).values_list("on", flat=True)) == {TODAY - timedelta(days=3)}


def test_the_worker_asks_once_a_day_and_at_its_start() -> None:
    tasks.ask_at_start()
    assert looked_ahead_on() == TODAY  # nothing to look at is looked at once
    LookAhead.objects.all().delete()
    some(1)
    tasks.ask_for_today()
    assert work.standing().waiting == 0  # asked already today, by this process
    tasks.ask_at_start()
    tasks.ask_for_today()
    assert work.standing().waiting == 1
    tasks.look_at_all_clocks("2007-10-03")
    assert looked_ahead_on() == TODAY
    tasks.ask_at_start()
    assert work.standing().waiting == 1


@pytest.mark.django_db(transaction=True)
def test_no_row_no_look() -> None:
    some(1)
    no_row_no_act(lambda: look_ahead(day=TODAY, by=SYSTEM))
