"""The embedded database keeps what it acknowledged."""

import pytest
from django.db import connection

from pentameter.config import embedded


def test_the_bundled_sqlite_is_in_use():
    import sqlite3

    assert sqlite3.__name__ == "pysqlite3"
    assert embedded.version() >= embedded.SAFE_IN_WAL


@pytest.mark.parametrize(
    ("version", "journal", "synchronous"),
    [((3, 40, 1), "delete", "3"), ((3, 51, 2), "delete", "3"), ((3, 51, 3), "wal", "2"), ((3, 53, 4), "wal", "2")],
)
def test_an_affected_version_refuses_wal(monkeypatch, version, journal, synchronous):
    monkeypatch.setattr(embedded, "version", lambda: version)
    assert embedded.pragmas()["journal_mode"] == journal
    assert embedded.pragmas()["synchronous"] == synchronous


def test_pragmas_that_did_not_take_are_named(tmp_path):
    import sqlite3

    class Plain:
        vendor = "sqlite"

        def __init__(self):
            self.inner = sqlite3.connect(tmp_path / "plain.sqlite3")

        def cursor(self):
            return Cursor(self.inner.cursor())

    class Cursor:
        def __init__(self, inner):
            self.execute, self.fetchone = inner.execute, inner.fetchone

        def __enter__(self):
            return self

        def __exit__(self, *details):
            return None

    assert "journal_mode" in embedded.wrong_pragmas(Plain())
    with pytest.raises(RuntimeError, match="journal_mode"):
        embedded.assert_pragmas(Plain())


@pytest.mark.django_db
def test_every_connection_has_the_pragmas():
    if connection.vendor != "sqlite":
        embedded.assert_pragmas(connection)  # another database has none to assert
        return
    wrong = embedded.wrong_pragmas(connection)
    assert set(wrong) <= {"journal_mode"}, "a test database in memory knows no WAL; everything else must be set"
