"""Proves of a service, as it runs, that nothing is saved if its row in the record cannot be written.

    no_row_no_act(lambda: end_reflection(period_id=..., by=durham_constable()))

The database itself refuses the row, so nothing of ours is replaced. No transaction is put around the service: it has to
bring its own.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import DatabaseError, connection
from django.db.models import Model
from django.test.testcases import DatabaseOperationForbidden

_REFUSE = {
    "sqlite": [
        """CREATE TRIGGER audit_entry_refused BEFORE INSERT ON audit_entry
           BEGIN SELECT RAISE(ABORT, 'the record is full'); END"""
    ],
    "postgresql": [
        """CREATE FUNCTION audit_refused() RETURNS trigger LANGUAGE plpgsql AS $$
           BEGIN RAISE EXCEPTION 'the record is full'; END $$""",
        "CREATE TRIGGER audit_entry_refused BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_refused()",
    ],
}
_ALLOW = {
    "sqlite": ["DROP TRIGGER audit_entry_refused"],
    "postgresql": ["DROP TRIGGER audit_entry_refused ON audit_entry", "DROP FUNCTION audit_refused()"],
}


def no_row_no_act(act: Callable[[], object]) -> None:
    """Do `act` while the record takes no rows: it must fail, and leave every table as it was."""
    before = everything()
    with _no_rows_taken(), pytest.raises(DatabaseError, match="the record is full"):
        act()
    assert everything() == before


def everything() -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables that the test may touch: those of the public database only if it says so."""
    return {model._meta.label: rows for model in apps.get_models() if (rows := _rows(model)) is not None}


def _rows(model: type[Model]) -> list[tuple[object, ...]] | None:
    try:
        return sorted((_plain(row) for row in model._default_manager.values_list()), key=repr)
    except DatabaseOperationForbidden:
        return None


def _plain(row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(bytes(cell) if isinstance(cell, memoryview) else cell for cell in row)


@contextmanager
def _no_rows_taken() -> Iterator[None]:
    _run(_REFUSE[connection.vendor])
    try:
        yield
    finally:
        _run(_ALLOW[connection.vendor])


def _run(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
