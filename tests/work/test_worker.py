"""The worker as a real process: it works, stops when told, and what a killed one left is taken up again."""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pentameter.work.rules import BEAT
from tests.installations import Installation, installation

pytestmark = pytest.mark.django_db
WORKER = ("-m", "django", "work", "--interval", "0.1")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Installation]:
    settings = "tests.work.chores.settings"
    with installation(tmp_path, DJANGO_SETTINGS_MODULE=settings, CHORES=str(tmp_path / "chores")) as made:
        yield made


def ask(place: Installation, *chores: tuple[str, str]) -> None:
    asked = "\n".join(f"enqueue({name!r}, {identifier!r})" for name, identifier in chores)
    place.code(f"from pentameter.work.api import enqueue\n{asked}")


def traces(place: Installation) -> list[str]:
    path = place.folder / "chores"
    return path.read_text("utf-8").splitlines() if path.exists() else []


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.05)


def standing(place: Installation) -> str:
    return place.code(
        "from pentameter.work.api import standing\n"
        "now = standing()\n"
        "print(now.workers, now.waiting, now.running, now.failed)"
    )


def end(process: subprocess.Popen[str], number: signal.Signals) -> tuple[int, str]:
    process.send_signal(number)
    said, _ = process.communicate(timeout=90)
    return process.returncode, said


def test_it_does_what_was_asked_in_a_transaction_that_stood(place: Installation) -> None:
    place.code(
        "from django.db import transaction\n"
        "from pentameter.work.api import enqueue\n"
        "with transaction.atomic():\n"
        "    enqueue('note', 'kept')\n"
        "    enqueue('note', 'kept')\n"
        "with transaction.atomic():\n"
        "    enqueue('note', 'thrown away')\n"
        "    transaction.set_rollback(True)\n"
        "enqueue('stumble', '7')\n"
    )
    assert standing(place) == "0 2 0 0"
    said = place.run(*WORKER, "--until-empty")
    assert traces(place) == ["looked after", "noted kept"]
    assert standing(place) == "0 0 0 1"
    kept = place.code(
        "from django_tasks_db.models import DBTaskResult\nprint(DBTaskResult.objects.get(status='FAILED').traceback)"
    )
    assert "WorkFailed: stumble of 7: builtins.ValueError in tests.work.chores.tasks, line" in kept
    assert "sealed report" not in kept + said


def test_told_to_stop_it_finishes_what_it_is_in(place: Installation) -> None:
    ask(place, ("take_a_moment", "1"), ("note", "2"))
    worker = place.start(*WORKER)
    wait_until(lambda: "began 1" in traces(place))
    code, _ = end(worker, signal.SIGTERM)
    assert code == 0
    assert traces(place) == ["looked after", "began 1", "finished 1"]
    assert standing(place) == "0 1 0 0"


def test_told_to_stop_while_idle_it_stops_at_once(place: Installation) -> None:
    worker = place.start(*WORKER)
    wait_until(lambda: "looked after" in traces(place))
    time.sleep(0.5)
    began = time.monotonic()
    assert end(worker, signal.SIGTERM)[0] == 0
    assert time.monotonic() - began < 4 * BEAT.total_seconds()
    assert standing(place) == "0 0 0 0"


def test_what_a_killed_worker_left_the_next_takes_up_at_once(place: Installation) -> None:
    ask(place, ("take_long_at_first", "1"))
    worker = place.start(*WORKER)
    wait_until(lambda: "began 1" in traces(place))
    end(worker, signal.SIGKILL)
    assert standing(place) == "0 0 1 0"
    place.run(*WORKER, "--until-empty")
    assert traces(place)[-2:] == ["began 1", "finished 1"]
    assert standing(place) == "0 0 0 0"


def test_a_colleague_takes_up_what_a_killed_worker_left(place: Installation) -> None:
    ask(place, ("take_long_at_first", "1"))
    killed = place.start(*WORKER)
    wait_until(lambda: "began 1" in traces(place))
    colleague = place.start(*WORKER)
    wait_until(lambda: traces(place).count("looked after") == 2)
    end(killed, signal.SIGKILL)
    wait_until(lambda: "finished 1" in traces(place), seconds=12 * BEAT.total_seconds())
    assert standing(place) == "1 0 0 0"
    assert end(colleague, signal.SIGTERM)[0] == 0
