"""What the doctor asks of the machine: each question finds what it is for, and says how to mend it."""

from datetime import timedelta

import pytest
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder

from pentameter.audit import api as audit
from pentameter.config import examinations, health, installation
from pentameter.config.environment import Mode, postgres
from pentameter.config.installation import Installation
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.work import services
from pentameter.work.models import Worker
from pentameter.work.queries import host
from public_door import BOTH

REAL_NOW = clock.now


@pytest.fixture
def real(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    for name in ("PENTAMETER_KEYS", "PENTAMETER_CHECKPOINTS", "PENTAMETER_PROXIES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PENTAMETER_DATA", str(tmp_path / "unused"))
    monkeypatch.setattr(examinations, "_synchronised", lambda: True)
    return installation.create(tmp_path / "data", demo=False)


def _demo(real: Installation) -> Installation:
    return Installation(real.places, Mode.DEMO)


def test_a_full_disk_of_any_folder(real: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    assert examinations.disks(real)[1] == ""
    there = examinations.shutil.disk_usage(real.places.data)
    full = there._replace(free=1024**2)
    monkeypatch.setattr(
        examinations.shutil, "disk_usage", lambda path: full if path == real.places.checkpoints else there
    )
    found, mend = examinations.disks(real)
    assert str(real.places.checkpoints) in found
    assert mend.startswith("Make room")


@pytest.mark.django_db
def test_a_clock_before_the_last_row(real: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    audit.record(audit.Event.BACKUP_MADE, by=SYSTEM, subject=("backup", ""))
    assert examinations.clock_is_right(real)[1] == ""
    monkeypatch.setattr(clock, "now", lambda: REAL_NOW() - timedelta(minutes=5))
    found, mend = examinations.clock_is_right(real)
    assert "before the last row" in found
    assert "NTP" in mend


@pytest.mark.django_db
def test_a_clock_that_nothing_sets_right(real: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examinations, "_synchronised", lambda: False)
    assert "timedatectl" in examinations.clock_is_right(real)[1]
    assert examinations.clock_is_right(_demo(real))[1] == ""


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="an embedded database has the machine's own clock")
def test_a_database_on_a_machine_whose_clock_is_apart(real: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: REAL_NOW() + timedelta(minutes=5))
    found, mend = examinations.clock_is_right(real)
    assert "seconds apart from the database's" in found
    assert mend != ""


@pytest.mark.django_db
def test_a_backup_that_was_not_made_last_night(real: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Make one tonight" in examinations.last_backup(real)[1]
    assert examinations.last_backup(_demo(real)) == ("none was made", "")
    audit.record(audit.Event.BACKUP_MADE, by=SYSTEM, subject=("backup", ""))
    assert examinations.last_backup(real) == ("the last was made 0 hours ago", "")
    monkeypatch.setattr(clock, "now", lambda: REAL_NOW() + timedelta(days=3))
    found, mend = examinations.last_backup(real)
    assert found == "the last was made 3 days ago"
    assert "pentameter-backup" in mend


@pytest.mark.django_db(databases=BOTH)
def test_public_tables_of_another_version(real: Installation) -> None:
    assert examinations.public_tables(real) == ("0 changes waiting", "")
    MigrationRecorder(connections["public"]).record_unapplied("tips", "0001_initial")
    assert examinations.public_tables(real) == ("1 changes waiting", "Run `pentameter init` again.")


@pytest.mark.django_db
def test_a_database_that_forgets_in_a_power_cut(real: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    if connection.vendor != "postgresql":
        assert examinations.lasting(real) == ("what is acknowledged is on the disk", "")
        return
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")
    found, mend = examinations.lasting(_demo(real))
    assert "synchronous_commit = off" in found
    assert "power cut" in mend


@pytest.mark.parametrize(
    ("address", "proved"),
    [
        ("postgresql://p:q@/staff?host=/run/postgresql", True),
        ("postgresql://p:q@127.0.0.1/staff", True),
        ("postgresql://p:q@db.example/staff?sslmode=verify-full", True),
        ("postgresql://p:q@db.example/staff?sslmode=require", False),
        ("postgresql://p:q@db.example/staff", False),
    ],
)
def test_a_connection_that_somebody_may_read(address: str, proved: bool) -> None:
    assert examinations._readable_on_the_way(postgres(address)) is not proved


def test_names_and_proxies_of_a_real_installation(real: Installation, settings, monkeypatch) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
    assert "PENTAMETER_HOSTS" in examinations.addresses(real)[1]
    assert examinations.addresses(_demo(real))[1] == ""
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "pentameter.police.example"]
    assert "PENTAMETER_PROXIES=1" in examinations.addresses(real)[1]
    monkeypatch.setenv("PENTAMETER_PROXIES", "1")
    assert examinations.addresses(real) == ("pentameter.police.example", "")
    settings.DEBUG = True
    assert examinations.addresses(real)[0] == "DEBUG is on"


@pytest.mark.django_db
def test_a_worker_that_died_is_found_and_one_that_was_stopped_is_not(real: Installation) -> None:
    services.sign_of_life(worker="1-trial", host=host(), pid=1)
    assert health._worker(real)[1] == ""
    Worker.objects.update(seen_at=clock.now() - timedelta(hours=1))
    assert "journalctl" in health._worker(real)[1]
    services.farewell(worker="1-trial")
    assert health._worker(real)[1] == ""
