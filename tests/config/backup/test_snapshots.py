"""One moment of a database in a file, while others write; never over a database that is there."""

from pathlib import Path

import pytest
from django.db import connection, connections

import postgres_programs
from pentameter.accounts.models import Agency
from pentameter.audit.api import noted_end
from pentameter.config.backup import snapshots
from pentameter.config.backup.snapshots import SNAPSHOT
from pentameter.config.environment import Misconfigured
from victims.ground import agencies

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _programs(monkeypatch):
    monkeypatch.setenv("PATH", postgres_programs.path())


def test_what_is_written_afterwards_is_not_in_it(tmp_path: Path) -> None:
    agencies()
    before = snapshots.count("default")
    with snapshots.taken("default", tmp_path / "one"):
        Agency.objects.all().delete()
        assert snapshots.count(SNAPSHOT) == before
        assert Agency.objects.using(SNAPSHOT).count() == before["accounts_agency"] > 0
        assert noted_end(using=SNAPSHOT) == noted_end()
    assert snapshots.count("default")["accounts_agency"] == 0
    assert (tmp_path / "one").stat().st_mode & 0o777 == 0o600
    assert SNAPSHOT not in connections.databases


def test_nothing_is_loaded_over_a_database(tmp_path: Path) -> None:
    with snapshots.taken("default", tmp_path / "one"):
        pass
    with pytest.raises(Misconfigured, match=r"restored over it|Nothing is restored"):
        snapshots.load(tmp_path / "one", "default")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a damaged file is SQLite's alone; pg_dump fails by itself")
def test_a_damaged_copy_is_seen(tmp_path: Path) -> None:
    with snapshots.taken("default", tmp_path / "one"):
        pass
    content = bytearray((tmp_path / "one").read_bytes())
    content[8192:16384] = bytes(8192)
    (tmp_path / "one").write_bytes(content)
    with pytest.raises(Misconfigured, match="is damaged"):
        snapshots.require_sound(tmp_path / "one")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite copies itself and needs no program")
def test_programs_that_are_missing_or_too_old_are_named(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Misconfigured, match=r"pg_dump is not installed\. Install Debian's postgresql-client-"):
        snapshots.taken("default", tmp_path / "one").__enter__()
    old = tmp_path / "pg_dump"
    old.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.1'\n")
    old.chmod(0o700)
    with pytest.raises(Misconfigured, match="older than the server"):
        snapshots.taken("default", tmp_path / "two").__enter__()
