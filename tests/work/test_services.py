"""Runs of dead workers are put back, those of living ones are not."""

import os
from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from pentameter.kernel import clock
from pentameter.work import services
from pentameter.work.background import work
from pentameter.work.models import Done, Worker
from pentameter.work.queries import host, living, standing
from pentameter.work.rules import ATTEMPTS

pytestmark = pytest.mark.django_db
NOBODY = 2**22 + 1  # above the highest process id of Linux


def running(*workers: str) -> DBTaskResult:
    run = DBTaskResult.objects.get(pk=work.enqueue("note", "1").id)
    DBTaskResult.objects.filter(pk=run.pk).update(status="RUNNING", worker_ids=list(workers))
    return run


def status(run: DBTaskResult) -> str:
    run.refresh_from_db()
    return run.status


def test_a_living_worker_keeps_its_run() -> None:
    services.sign_of_life(worker="w", host=host(), pid=os.getpid())
    run = running("w")
    assert (services.requeue_orphans(), status(run)) == (0, "RUNNING")
    assert (standing().workers, living(), standing().running) == (1, 1, 1)


def test_a_worker_that_its_machine_no_longer_knows_loses_it_at_once() -> None:
    services.sign_of_life(worker="w", host=host(), pid=NOBODY)
    run = running("w")
    assert (services.requeue_orphans(), status(run)) == (1, "READY")
    assert services.requeue_orphans() == 0


@pytest.mark.parametrize(("seconds", "after"), [(20, "RUNNING"), (40, "READY")])
def test_a_worker_on_another_machine_loses_it_after_a_silence(seconds: int, after: str) -> None:
    services.sign_of_life(worker="w", host="another machine", pid=os.getpid())
    Worker.objects.update(seen_at=clock.now() - timedelta(seconds=seconds))
    run = running("w")
    services.requeue_orphans()
    assert status(run) == after


def test_only_the_last_worker_counts() -> None:
    services.sign_of_life(worker="living", host=host(), pid=os.getpid())
    run = running("dead", "living")
    services.requeue_orphans()
    assert status(run) == "RUNNING"


def test_a_run_that_keeps_killing_its_workers_is_given_up() -> None:
    run = running(*(f"dead-{number}" for number in range(ATTEMPTS)))
    assert (services.requeue_orphans(), status(run)) == (0, "FAILED")
    assert "cut short each time" in run.traceback


def test_traces_are_forgotten_after_their_time() -> None:
    old = clock.now() - services.KEPT - timedelta(days=1)
    Done.objects.create(actor="a", key="old", path="/", done_at=old)
    Done.objects.create(actor="a", key="new", path="/", done_at=clock.now())
    finished, failed = running("w"), running("w")
    DBTaskResult.objects.filter(pk=finished.pk).update(status="SUCCESSFUL", finished_at=old)
    DBTaskResult.objects.filter(pk=failed.pk).update(status="FAILED", finished_at=old)
    services.clear_old_traces()
    assert [one.key for one in Done.objects.all()] == ["new"]
    assert [one.pk for one in DBTaskResult.objects.all()] == [failed.pk]


def test_a_farewell_is_not_a_silence() -> None:
    services.sign_of_life(worker="w", host=host(), pid=os.getpid())
    services.farewell(worker="w")
    assert standing().workers == living() == 0
