"""PostgreSQL's programs are told where the database is by their environment, never by an argument."""

import pytest

from pentameter.config.backup.programs import program, require_done, surroundings
from pentameter.config.environment import Misconfigured, postgres


def test_a_password_is_told_by_the_environment():
    told = surroundings(postgres("postgresql://staff:se%20cret@db.example:5433/staff?sslmode=require"))
    asked = {name: told[name] for name in ("PGUSER", "PGPASSWORD", "PGHOST", "PGPORT", "PGDATABASE", "PGSSLMODE")}
    assert list(asked.values()) == ["staff", "se cret", "db.example", "5433", "staff", "require"]


def test_one_that_is_missing_or_too_old_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Misconfigured, match=r"pg_dump is not installed\. Install Debian's postgresql-client-18\."):
        program("pg_dump", server=18)
    old = tmp_path / "pg_dump"
    old.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 15.6 (Debian 15.6-0)'\n")
    old.chmod(0o700)
    with pytest.raises(Misconfigured, match="older than the server: pg_dump"):
        program("pg_dump", server=16)
    assert program("pg_dump", server=15) == str(old)


def test_what_failed_is_said():
    require_done("pg_dump", 0, "")
    with pytest.raises(Misconfigured, match="pg_dump failed: no such table"):
        require_done("pg_dump", 1, "no such table\n")
