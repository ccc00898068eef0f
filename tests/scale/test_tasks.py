"""The worker's entry points: what waits is done, and what a worker left is taken up."""

import pytest

import cast
from pentameter.scale import tasks
from pentameter.scale.models import Repeated, Run
from pentameter.scale.queries.runs import run_line, unfinished, unfinished_repeats
from pentameter.scale.rules.asking import RunState
from pentameter.scale.services.asking import ask_repeat
from pentameter.work.api import standing
from pentameter.work.background import DBTaskResult
from scale.scene import sent

pytestmark = pytest.mark.django_db


def test_a_run_and_its_repeat_are_done() -> None:
    run_id = sent()
    tasks.estimate(str(run_id))
    repeat_id = ask_repeat(run_id=run_id, by=cast.statistician())
    assert unfinished_repeats() == (repeat_id,)
    tasks.repeat(str(repeat_id))
    assert run_line(run_id).state is RunState.ANSWERED
    assert Repeated.objects.get(repeat_id=repeat_id).same
    assert unfinished() == unfinished_repeats() == ()


def test_a_worker_that_starts_asks_again_for_what_was_left() -> None:
    """Whoever worked on both is gone, and with them what waited."""
    done, waiting = sent(), sent()
    tasks.estimate(str(done))
    ask_repeat(run_id=done, by=cast.statistician())
    DBTaskResult.objects.all().delete()
    tasks.go_on()
    assert standing().waiting == 2
    assert Run.objects.filter(pk__in=unfinished()).get().id == waiting
