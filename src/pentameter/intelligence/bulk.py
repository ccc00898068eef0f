"""Many rows into one table with one prepared statement: faster than saving objects, with the same conversions."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model

Row = Mapping[str, Any]


def insert(model: type[Model], rows: Iterable[Row]) -> None:
    """Add rows, each a mapping of every column's attribute name to its value."""
    fields = _fields(model)
    prepare = [(field.attname, _preparation(field)) for field in fields]
    values: list[list[Any]] = [[convert(row[name]) for name, convert in prepare] for row in rows]
    if not values:
        return
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608 - names of ours
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)


@cache
def _fields(model: type[Model]) -> tuple["Field[object, object]", ...]:
    """The columns that we fill; a counter of the database's own fills itself."""
    return tuple(field for field in model._meta.concrete_fields if field.get_internal_type() != "BigAutoField")


def _preparation(field: "Field[object, object]") -> Callable[[object], object]:
    plain = field.get_internal_type() in ("CharField", "TextField", "BooleanField", "PositiveIntegerField")
    return _same if plain else lambda value: field.get_db_prep_save(value, connection)


def _same(value: object) -> object:
    return value
