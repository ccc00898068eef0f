"""What passes is told apart from what is a fault of ours."""

import errno
import sqlite3

import pytest
from django.db import IntegrityError, InterfaceError, InternalError, OperationalError, ProgrammingError
from psycopg.errors import InFailedSqlTransaction, ReadOnlySqlTransaction

from pentameter.look.away import is_away


def _caused(error: Exception, by: Exception) -> Exception:
    error.__cause__ = by
    return error


def _wrong_sql() -> Exception:
    with pytest.raises(sqlite3.OperationalError) as broken, sqlite3.connect(":memory:") as database:
        database.execute("SELECT * FROM nowhere")
    return broken.value


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("database or disk is full"),
        InterfaceError("connection already closed"),
        OSError(errno.ENOSPC, "No space left on device"),
        _caused(InternalError("cannot execute INSERT"), ReadOnlySqlTransaction()),
        _caused(ValueError("an act that was broken off"), OperationalError("server closed the connection")),
    ],
)
def test_what_passes(error: Exception) -> None:
    assert is_away(error)


@pytest.mark.parametrize(
    "error",
    [
        None,
        ValueError("no number"),
        OSError(errno.ENOENT, "No such file"),
        IntegrityError("twice"),
        ProgrammingError("no such column"),
        _caused(OperationalError("no such table"), _wrong_sql()),
        _caused(InternalError("aborted"), InFailedSqlTransaction()),
    ],
)
def test_what_is_a_fault(error: Exception | None) -> None:
    assert not is_away(error)


def test_an_exception_that_is_its_own_context_ends() -> None:
    first, second = ValueError("one"), ValueError("two")
    first.__context__, second.__context__ = second, first
    assert not is_away(first)
