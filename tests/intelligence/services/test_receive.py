"""Receiving: sealed and durable, once, whoever sends at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.conf import LazySettings
from django.db import connection

import cast
from intelligence import ground
from pentameter.intelligence import store
from pentameter.intelligence.models import IntakeFile, Report
from pentameter.intelligence.services import receive_file, take_in_file
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused

CONTENT = b"agency,report_ref\n" + b"x" * 3_000_000


def together(*acts: Callable[[], object]) -> list[object]:
    """What each act answered, all begun at the same moment, each on a connection of its own."""
    barrier = Barrier(len(acts))

    def one(act: Callable[[], object]) -> object:
        try:
            barrier.wait()
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


@pytest.mark.django_db(transaction=False)
def test_what_is_kept_is_sealed_and_opens_as_it_was() -> None:
    file_id = ground.received(CONTENT, ground.wave())
    row = IntakeFile.objects.get(pk=file_id)
    assert b"report_ref" not in store._path(file_id).read_bytes()
    with store.opened(file_id, digest=row.digest) as path:
        assert path.read_bytes() == CONTENT
    assert row.size == len(CONTENT)


@pytest.mark.django_db(transaction=False)
def test_a_file_above_the_limit_is_not_kept(settings: LazySettings) -> None:
    settings.UPLOAD_LIMIT = 1_000_000
    before = set(store._folder().iterdir())
    with pytest.raises(Refused, match="larger than an upload may be"):
        ground.received(CONTENT, ground.wave())
    assert set(store._folder().iterdir()) == before
    assert not IntakeFile.objects.exists()


@pytest.mark.django_db(transaction=False)
@pytest.mark.parametrize(
    ("name", "kept"),
    [("C:\\week\\14.xlsx", "14.xlsx"), ("../../etc/passwd", "passwd"), ("a\x00b\n.csv", "ab.csv"), ("", "file")],
)
def test_a_name_is_a_name_and_no_path(name: str, kept: str) -> None:
    file_id = ground.received(b"x", ground.wave(), name=name)
    assert IntakeFile.objects.get(pk=file_id).name == kept


@pytest.mark.django_db(transaction=False)
@pytest.mark.parametrize("who", [cast.prosecutor, cast.auditor, cast.administrator, cast.removals_officer])
def test_who_may_not_send_leaves_nothing(who: Callable[[], Actor]) -> None:
    before = set(store._folder().iterdir())
    with pytest.raises(Refused):
        ground.received(b"x", ground.wave(), by=who())
    assert set(store._folder().iterdir()) == before


@pytest.mark.django_db(transaction=True)
def test_the_same_file_twice_at_the_same_moment_is_received_once() -> None:
    wave_id = ground.wave()
    content = ground.csv_of([ground.good(n) for n in range(1, 30)])
    sent = together(*[lambda: ground.received(content, wave_id)] * 4)
    assert IntakeFile.objects.filter(repeats=None).count() == 1
    for file_id in sent:
        assert isinstance(file_id, UUID)
        take_in_file(file_id=file_id, by=cast.durham_constable())
    assert Report.objects.count() == 29
    assert set(IntakeFile.objects.values_list("state", "rows_read")) == {("done", 29)}


@pytest.mark.django_db(transaction=True)
def test_two_files_with_the_same_rows_taken_in_at_the_same_moment() -> None:
    wave_id = ground.wave()
    rows = [ground.good(n) for n in range(1, 1200)]
    one = ground.received(ground.csv_of(rows), wave_id)
    other = ground.received(ground.csv_of(reversed(rows)), wave_id)
    together(*[lambda f=f: take_in_file(file_id=f, by=cast.durham_constable()) for f in (one, other)])
    assert Report.objects.count() == 1199
    assert sum(IntakeFile.objects.values_list("duplicate", flat=True)) == 1199


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_one_file() -> None:
    file_id = ground.received(ground.csv_of([ground.good(n) for n in range(1, 1700)]), ground.wave())
    together(*[lambda: take_in_file(file_id=file_id, by=cast.durham_constable())] * 2)
    assert ground.counts(take_in_file(file_id=file_id, by=cast.durham_constable())) == (1699, 1699, 0, 0)
    assert Report.objects.count() == 1699


@pytest.mark.django_db(transaction=False)
def test_the_same_file_of_another_agency_is_another_file() -> None:
    wave_id = ground.wave()
    receive_file(name="a.csv", chunks=[b"x"], wave_id=wave_id, way="page", by=cast.durham_constable())
    again = receive_file(name="a.csv", chunks=[b"x"], wave_id=wave_id, way="page", by=cast.cleveland_sergeant())
    assert again.repeats is None
