"""The worker indexes whatever no step of matching has indexed."""

import pytest

from entities import looking
from intelligence import ground
from pentameter.entities import tasks
from pentameter.intelligence.api import unlisted
from pentameter.work.background import watch, work

pytestmark = pytest.mark.django_db(transaction=False)


def test_the_beat_asks_for_it_once_while_something_waits_and_the_run_leaves_nothing() -> None:
    from django_tasks_db.models import DBTaskResult

    looking.accepted(ground.wave(), 1, person1_name="Zora")
    for _ in range(2):
        watch()
    asked = DBTaskResult.objects.filter(args_kwargs={"args": [tasks.INDEX, ""], "kwargs": {}})
    assert asked.count() == 1
    work.call(tasks.INDEX, "")
    assert unlisted(1) == ()
    asked.delete()
    watch()
    assert not asked.exists()
