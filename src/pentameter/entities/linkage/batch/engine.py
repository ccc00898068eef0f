"""DuckDB as it is used here: in memory, within its limits, and never on disk."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import pyarrow

THREADS = 2
MEMORY = "2500MB"


_SIZE = re.compile(r"[1-9]\d{0,6}(MB|GB)", re.ASCII | re.IGNORECASE)


class TooLarge(ValueError):  # noqa: N818 - what is wrong, as people say it
    """A file that does not fit into the memory that it may take, in a sentence."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the engine may take."""

    threads: int = THREADS
    memory: str = MEMORY


@contextmanager
def engine(limits: Limits | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory. It may not use the disk: what spills over would be names, left there if it is killed."""
    allowed = limits or Limits()
    if not _SIZE.fullmatch(allowed.memory):
        raise TooLarge(f"{allowed.memory} is no size of memory: say it like 2500MB or 4GB.")
    connection = duckdb.connect(
        ":memory:",
        config={
            "threads": str(allowed.threads),
            "memory_limit": allowed.memory,
            "temp_directory": "",
            "preserve_insertion_order": "false",
        },
    )
    try:
        connection.execute("SET enable_progress_bar = false")
        yield connection
    except duckdb.OutOfMemoryException as fault:
        raise TooLarge(f"The file needs more than {allowed.memory} of memory: allow more with --memory.") from fault
    finally:
        connection.close()


def fill(connection: duckdb.DuckDBPyConnection, table: str, columns: Mapping[str, Sequence[object]]) -> None:
    """A table from columns of plain values."""
    connection.register("given", pyarrow.table(dict(columns)))
    connection.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM given")
    connection.unregister("given")


def number(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    """The one number that a query answers. The result is read to its end: an unread one blocks the connection."""
    ((found,),) = connection.execute(query).fetchall()
    return int(found)
