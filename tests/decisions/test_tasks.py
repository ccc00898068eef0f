"""What the worker does by itself: goes on with what was left, checks again what a new hold has overtaken."""

import pytest
from django_tasks_db.models import DBTaskResult

from decisions.ground import checked, protected, sent, stage
from pentameter.decisions import tasks
from pentameter.decisions.models import RemovalList

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stage() -> None:
    stage()


def waiting() -> list[str]:
    """The lists whose checking waits in the queue."""
    return [run.args_kwargs["args"][1] for run in DBTaskResult.objects.filter(status="READY")]


def test_a_list_that_was_received_waits_in_the_queue_and_is_checked() -> None:
    list_id = sent()
    assert waiting() == [str(list_id)]
    tasks.check(str(list_id))
    assert RemovalList.objects.get().stage == "done"


def test_a_worker_that_starts_goes_on_with_what_was_left() -> None:
    checked()
    left = sent()
    DBTaskResult.objects.all().delete()
    tasks.go_on()
    assert waiting() == [str(left)]


def test_a_new_hold_has_live_lists_checked_again_without_anybody_asking() -> None:
    protected()
    row = checked()
    DBTaskResult.objects.all().delete()
    tasks.check_stale()
    assert waiting() == []
    protected()
    tasks.check_stale()
    tasks.check_stale()
    assert waiting() == [str(row.id)]
