"""What is due is asked for once, and done."""

import pytest
from django_tasks_db.models import DBTaskResult

from oversight.ground import looks_at, stage, strangers
from pentameter.audit.api import Event, record
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.oversight import tasks
from pentameter.oversight.models import Sample, WatchRun
from pentameter.oversight.queries.runs import last_run
from pentameter.oversight.rules.runs import run_at
from pentameter.oversight.rules.samples import last_week
from pentameter.work import worker

pytestmark = pytest.mark.django_db


def test_the_watch_is_asked_for_four_times_a_day_and_done_once() -> None:
    stage()
    looks_at(strangers())
    tasks.ask_at_start()
    tasks.ask_for_what_is_due()
    worker.background.discover()
    tasks.watch_record(run_at(clock.now()).isoformat())
    tasks.watch_record(run_at(clock.now()).isoformat())
    assert WatchRun.objects.count() == 1
    assert last_run() == run_at(clock.now())


def test_a_week_without_looks_has_no_sample() -> None:
    tasks.draw(last_week(clock.today()).isoformat())
    assert not Sample.objects.exists()


def test_where_nobody_has_acted_nothing_is_asked_for() -> None:
    record(Event.AUDIT_VERIFIED, by=SYSTEM, subject=("audit", ""))
    tasks.ask_at_start()
    assert not DBTaskResult.objects.exists()
