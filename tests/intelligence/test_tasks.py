"""What a worker does: take in what waits, go on with what was left, sweep what broke off."""

import os
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django_tasks_db.models import DBTaskResult

import cast
from intelligence import ground
from pentameter.intelligence import store, tasks
from pentameter.intelligence.models import CountByWay, IntakeFile, Report
from pentameter.intelligence.services import receive_file, take_in_file

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """An intake folder of the test's own."""
    settings.INTAKE_FOLDER = tmp_path / "intake"
    return tmp_path / "intake"


def waiting() -> list[str]:
    """The files whose taking in waits in the queue."""
    return [run.args_kwargs["args"][1] for run in DBTaskResult.objects.filter(status="READY")]


def test_a_received_file_waits_in_the_queue_and_a_repeated_one_does_not() -> None:
    wave_id, content = ground.wave(), ground.csv_of([ground.good(1)])
    for _ in range(2):
        sent = receive_file(name="a.csv", chunks=[content], wave_id=wave_id, way="page", by=cast.durham_constable())
        tasks.begin_take_in(sent)
    assert waiting() == [str(IntakeFile.objects.get(repeats=None).id)]
    tasks.take_in(waiting()[0])
    assert Report.objects.count() == 1


def test_a_worker_that_starts_goes_on_with_what_was_left_and_with_nothing_else() -> None:
    wave_id = ground.wave()
    left = ground.received(ground.csv_of([ground.good(1)]), wave_id)
    done = ground.received(ground.csv_of([ground.good(2)]), wave_id)
    take_in_file(file_id=done, by=cast.durham_constable())
    tasks.go_on()
    assert waiting() == [str(left)]


def test_a_worker_that_starts_has_the_counts_compared_and_mended() -> None:
    ground.sent(ground.csv_of([ground.good(1)]), ground.wave())
    CountByWay.objects.all().delete()
    tasks.have_counts_compared()
    assert waiting() == ["reports"]
    tasks.compare_counts("reports")
    assert CountByWay.objects.get().counted == 1


def test_what_broke_off_is_swept_once_it_is_old(folder: Path) -> None:
    received = ground.received(ground.csv_of([ground.good(1)]), ground.wave())
    store.keep(old := uuid4(), [b"left"], limit=10)
    store.keep(fresh := uuid4(), [b"coming in"], limit=10)
    partial = folder / f"{uuid4()}.partial"
    partial.write_bytes(b"cut short")
    for path in folder.iterdir():
        if path.stem != str(fresh):
            os.utime(path, (0, 0))
    tasks.go_on()
    assert {path.stem for path in folder.iterdir()} == {str(received), str(fresh)}
    assert str(old) not in {path.stem for path in folder.iterdir()}
