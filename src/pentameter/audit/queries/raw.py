"""The rows as they lie in the table, for verification."""

from collections.abc import Iterator

from django.db import OperationalError, connection

from pentameter.audit.chain import Row
from pentameter.audit.models import Head
from pentameter.audit.walk import End

_BATCH = 5_000
_COLUMNS = ("event", "actor", "role", "agency", "subject_type", "subject_id", "purpose", "detail", "previous", "digest")
_MOMENT = {
    "postgresql": "rpad(replace((at AT TIME ZONE 'UTC')::text, ' ', 'T') || CASE length((at AT TIME ZONE 'UTC')::text)"
    " WHEN 19 THEN '.' ELSE '' END, 26, '0') || '+00:00'",
    "sqlite": "replace(at, ' ', 'T') || CASE length(at) WHEN 19 THEN '.000000+00:00' ELSE '+00:00' END",
}


def end() -> End:
    """The noted end of the chain."""
    return End(*noted_end())


def noted_end(*, using: str = "default") -> tuple[int, str]:
    """The number and the digest of the last row, as they are noted in a database."""
    found = Head.objects.using(using).filter(pk=1).values_list("seq", "digest").first()
    return found if found else (0, "")


def length() -> int:
    """How many rows there are, as the noted end says."""
    return end().seq


def rows(after: int = 0) -> Iterator[Row]:
    """Every row after a number, in order, read in batches straight from the table: nothing is believed of its types.

    The batches overlap by what has the last number, so that a second row of that number is seen too.
    """
    last, seen = after, 0
    batch = _batch(None if after == 0 else (after, 1))
    while batch:
        yield from batch
        newest = batch[-1].seq
        same = sum(1 for row in batch if row.seq == newest)
        last, seen = newest, same + (seen if newest == last else 0)
        batch = _batch((last, seen))


def _batch(start: tuple[int, int] | None) -> list[Row]:
    where = "" if start is None else "WHERE seq >= %s"
    skip = f"OFFSET {start[1]}" if start else ""
    given = [start[0]] if start else []
    try:
        return [Row._make(row) for row in _read(", ".join(_COLUMNS), where, skip, given)]
    except OperationalError:  # bytes that are no text, written past Django
        if connection.vendor != "sqlite":
            raise
        columns = ", ".join(f"CAST({name} AS BLOB)" for name in _COLUMNS)
        return [Row._make(map(_decoded, row)) for row in _read(columns, where, skip, given)]


def _read(columns: str, where: str, skip: str, given: list[int]) -> list[tuple[object, ...]]:
    every = f"SELECT seq, {_MOMENT[connection.vendor]}, {columns} FROM audit_entry"  # noqa: S608 - names of our own
    with connection.cursor() as cursor:
        cursor.execute(f"{every} {where} ORDER BY seq LIMIT {_BATCH} {skip}", given)
        found: list[tuple[object, ...]] = cursor.fetchall()
    return found


def _decoded(cell: object) -> object:
    return cell.decode(errors="replace") if isinstance(cell, bytes) else cell
