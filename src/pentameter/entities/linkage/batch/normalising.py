"""The facts of a whole file in the forms in which they are compared: each different value is read once."""

from collections.abc import Callable, Iterable, Sequence

import duckdb

from pentameter.entities.linkage import births, contacts
from pentameter.entities.linkage.batch.engine import fill
from pentameter.entities.linkage.words import MOST, Words, words

_CHUNK = 200_000


def normalise(connection: duckdb.DuckDBPyConnection) -> None:
    """From the table `told` (texts as they were told) the table `read`."""
    _read_names(connection)
    _read_births(connection)
    _read("phone", contacts.phone, connection)
    _read("document", contacts.document, connection)
    _read("postcode", contacts.postcode, connection)
    _read("place", contacts.place, connection)
    _read("sex", lambda text: contacts.sex(text) or "", connection)
    _read("nationality", lambda text: contacts.nationality(text) or "", connection)
    connection.execute(_JOINED)
    for table in ("name", "birth", "phone", "document", "postcode", "place", "sex", "nationality"):
        connection.execute(f"DROP TABLE read_{table}")


def _different(column: str, connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = connection.execute(f"SELECT DISTINCT {column} FROM told WHERE {column} <> ''").fetchall()
    return [text for (text,) in found]


def _read(column: str, reading: Callable[[str], str], connection: duckdb.DuckDBPyConnection) -> None:
    texts = _different(column, connection)
    fill(connection, f"read_{column}", {"text": _strings(texts), "value": _strings(map(reading, texts))})


def _strings(values: Iterable[str]) -> list[str]:
    return list(values)


def _read_births(connection: duckdb.DuckDBPyConnection) -> None:
    texts = _different("dob", connection)
    found = [births.birth(text) or births.UNKNOWN for text in texts]
    columns: dict[str, Sequence[object]] = {
        "text": texts,
        "year": [one.year for one in found],
        "day": [one.day for one in found],
    }
    fill(connection, "read_birth", columns)


def _read_names(connection: duckdb.DuckDBPyConnection) -> None:
    texts = _different("name", connection)
    fill(connection, "read_name", {"text": texts, **_columns([words(text) for text in texts])})


def _columns(found: list[Words]) -> dict[str, list[str]]:
    columns = {
        "name_key": [one.key for one in found],
        "head": [one.head for one in found],
        "sounds": [one.sounds for one in found],
        "letters": [one.letters for one in found],
    }
    for at in range(MOST):
        columns[f"w{at + 1}"] = [one.plain[at] if at < len(one.plain) else "" for one in found]
        columns[f"f{at + 1}"] = [one.forms[at] if at < len(one.forms) else "" for one in found]
    return columns


_NAME = ("name_key", "head", "sounds", "letters", "w1", "w2", "w3", "f1", "f2", "f3")
_JOINED = f"""
CREATE OR REPLACE TABLE read AS
SELECT id,
    {", ".join(f"coalesce(n.{column}, '') AS {column}" for column in _NAME)},
    (coalesce(w1, '') <> '')::INTEGER + (coalesce(w2, '') <> '')::INTEGER + (coalesce(w3, '') <> '')::INTEGER
        AS word_count,
    coalesce(b.year, 0)::INTEGER AS birth_year,
    coalesce(b.day, 0)::INTEGER AS birth_day,
    (coalesce(b.day, 0) % 100 * 100 + coalesce(b.day, 0) // 100)::INTEGER AS birth_swapped,
    coalesce(x.value, '') AS sex,
    coalesce(c.value, '') AS nationality,
    coalesce(p.value, '') AS phone,
    coalesce(d.value, '') AS document,
    coalesce(z.value, '') AS postcode,
    CASE WHEN contains(z.value, ' ') THEN split_part(z.value, ' ', 1) ELSE '' END AS outward,
    coalesce(t.value, '') AS place
FROM told
LEFT JOIN read_name n ON n.text = told.name
LEFT JOIN read_birth b ON b.text = told.dob
LEFT JOIN read_sex x ON x.text = told.sex
LEFT JOIN read_nationality c ON c.text = told.nationality
LEFT JOIN read_phone p ON p.text = told.phone
LEFT JOIN read_document d ON d.text = told.document
LEFT JOIN read_postcode z ON z.text = told.postcode
LEFT JOIN read_place t ON t.text = told.place
"""
