"""A file of mentions as the table `told`: CSV or Parquet, with the columns that it has.

Only what would make an answer wrong is refused: no identifier, one that stands twice, a file that is none. A value that
cannot be read is not known, and is told with its row and field.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pentameter.entities.linkage import births, contacts
from pentameter.entities.linkage.batch.engine import fill, number

IDENTIFIER = "unique_id"
FIELDS = {
    "dob": "dob",
    "sex": "sex",
    "nationality": "nationality",
    "phone": "phone",
    "doc_no": "document",
    "postcode": "postcode",
    "city": "place",
}
"""Columns of the file beside the name, and what they are called in `told`."""
_NAMES = ("given_name", "surname", "name")
EXAMPLES = 5
_LONGEST = 40


class Unreadable(ValueError):  # noqa: N818 - what is wrong, as people say it
    """A file that cannot be linked, in a sentence."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that counts as not known: of how many rows the first, and in which field."""

    field: str
    rows: int
    first: int

    def __str__(self) -> str:
        many = f"{self.rows:,} values" if self.rows > 1 else "1 value"
        return f"{self.field}: {many} cannot be read and count as not known; the first is in row {self.first:,}."


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: how many mentions, and what of them could not be."""

    mentions: int
    nameless: int
    doubts: tuple[Doubt, ...]


def read(connection: duckdb.DuckDBPyConnection, path: Path) -> Read:
    """The table `told` (id, unique_id, name, dob, ...) from a file; numbers follow the order of the identifiers."""
    columns = _open(connection, path)
    _identified(connection, path)
    connection.execute(
        f"""CREATE OR REPLACE TABLE told AS
        SELECT row_number() OVER (ORDER BY {IDENTIFIER})::INTEGER AS id, row, {IDENTIFIER},
            {_name(columns)} AS name, {_fields(columns)}
        FROM given_file"""
    )
    connection.execute("DROP TABLE given_file")
    mentions = number(connection, "SELECT count(*) FROM told")
    return Read(mentions, number(connection, "SELECT count(*) FROM told WHERE name = ''"), tuple(_doubts(connection)))


def _open(connection: duckdb.DuckDBPyConnection, path: Path) -> set[str]:
    """The table `given_file`: every value as text, rows numbered as they stand below the headings; its columns."""
    reader = "read_parquet" if path.suffix.casefold() == ".parquet" else "read_csv"
    options = "" if reader == "read_parquet" else ", header = true, all_varchar = true, strict_mode = true"
    try:
        connection.execute("SET preserve_insertion_order = true")
        connection.execute(f"CREATE OR REPLACE VIEW source AS SELECT * FROM {reader}('{_quoted(path)}'{options})")
        told = [name for (name, *_) in connection.execute("DESCRIBE source").fetchall()]
        known = {name.strip().casefold(): name for name in told}
        if IDENTIFIER not in known:
            raise Unreadable(f"{path.name} has no column {IDENTIFIER}. Its columns are: {', '.join(told)[:200]}.")
        wanted = [one for one in (IDENTIFIER, *_NAMES, *FIELDS) if one in known]
        chosen = ", ".join(f"trim(coalesce(\"{known[one]}\"::VARCHAR, '')) AS {one}" for one in wanted)
        connection.execute(
            f"CREATE OR REPLACE TABLE given_file AS SELECT row_number() OVER () AS row, {chosen} FROM source"
        )
        connection.execute("DROP VIEW source")
        connection.execute("SET preserve_insertion_order = false")
    except (duckdb.IOException, duckdb.InvalidInputException, duckdb.BinderException) as fault:
        raise Unreadable(f"{path.name} cannot be read: {_first_line(fault)}") from fault
    return set(wanted)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _first_line(fault: Exception) -> str:
    return str(fault).splitlines()[0][:200]


def _identified(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    empty = connection.execute(f"SELECT min(row) FROM given_file WHERE {IDENTIFIER} = ''").fetchall()
    if empty[0][0] is not None:
        raise Unreadable(f"{path.name}, row {empty[0][0]:,}: {IDENTIFIER} is empty. Give every mention its own.")
    twice = connection.execute(
        f"""SELECT {IDENTIFIER}, min(row), max(row) FROM given_file
        GROUP BY {IDENTIFIER} HAVING count(*) > 1 ORDER BY 2 LIMIT 1"""
    ).fetchall()
    for text, first, last in twice:
        raise Unreadable(
            f"{path.name}, row {last:,}: {IDENTIFIER} {text[:_LONGEST]} already stands in row {first:,}. "
            "Give every mention its own."
        )


def _name(columns: set[str]) -> str:
    parts = [one for one in _NAMES if one in columns]
    return f"trim(concat_ws(' ', {', '.join(parts)}))" if parts else "''"


def _fields(columns: set[str]) -> str:
    return ", ".join(f"{column if column in columns else repr('')} AS {name}" for column, name in FIELDS.items())


_READINGS: dict[str, Callable[[str], object]] = {
    "dob": births.birth,
    "sex": contacts.sex,
    "nationality": contacts.nationality,
}


def _doubts(connection: duckdb.DuckDBPyConnection) -> Iterator[Doubt]:
    for column, reading in _READINGS.items():
        texts = connection.execute(f"SELECT DISTINCT {column} FROM told WHERE {column} <> ''").fetchall()
        strange = [text for (text,) in texts if reading(text) is None]
        if strange:
            fill(connection, "strange", {"text": strange})
            query = f"SELECT count(*), min(row) FROM told JOIN strange ON text = {column}"
            ((rows, first),) = connection.execute(query).fetchall()
            connection.execute("DROP TABLE strange")
            yield Doubt(column, rows, first)
