"""Which pairs are worth comparing: keys of each mention, so that true pairs have one in common and others seldom do.

A key that too many mentions have says nothing; a name that many bear is asked for together with a year or a place.
Names are taken as they are meant (`vocabulary`), so that a slip hides nobody.
"""

import duckdb

from pentameter.entities.linkage.batch.engine import number

LARGEST = 60
"""Mentions that may share a key; at 60 there are 1,770 pairs for the one that is meant."""


def block(connection: duckdb.DuckDBPyConnection) -> int:
    """The table `pair` (join_key_l, join_key_r) from the table `mention`; how many pairs there are."""
    key(connection)
    connection.execute(_PAIR)
    connection.execute("DROP TABLE key")
    return number(connection, "SELECT count(*) FROM pair")


def key(connection: duckdb.DuckDBPyConnection) -> None:
    """The table `key` (id, k) of the keys that a few mentions share."""
    connection.execute(_NAMED)
    connection.execute(f"CREATE OR REPLACE TABLE every_key AS {' UNION ALL '.join(KEYS.values())}")
    connection.execute(_SMALL)
    connection.execute("DROP TABLE every_key")
    connection.execute("DROP TABLE named")


_NAMED = """
CREATE OR REPLACE TABLE named AS
SELECT *, count(*) OVER (PARTITION BY name) AS shared
FROM (
    SELECT id, birth_year, place, unnest(CASE len(meant)
        WHEN 2 THEN [meant_key]
        WHEN 3 THEN [meant[1] || ' ' || meant[2], meant[1] || ' ' || meant[3], meant[2] || ' ' || meant[3]]
        ELSE [] END) AS name
    FROM mention
)
"""


def _unless_shared(what: str, condition: str) -> str:
    """A key from one column, where not too many have it."""
    return f"""
        SELECT id, hash('{what}', {what}) FROM (
            SELECT id, {what}, count(*) OVER (PARTITION BY {what}) AS shared FROM mention WHERE {condition}
        ) WHERE shared <= {LARGEST}"""


KEYS = {
    "two words of the name": f"SELECT id, hash('name', name) AS k FROM named WHERE shared <= {LARGEST}",
    "two words and the year of birth": f"""
        SELECT id, hash('year', name, birth_year) FROM named WHERE shared > {LARGEST} AND birth_year > 0""",
    "two words and the place": f"""
        SELECT id, hash('place', name, place) FROM named WHERE shared > {LARGEST} AND place <> ''""",
    "the sounds of the name": _unless_shared("sounds", "word_count > 1"),
    "the letters of the name": _unless_shared("letters", "word_count > 0 AND length(letters) > 8"),
    "phone": _unless_shared("phone", "phone <> ''"),
    "a phone that many gave, and a word": f"""
        SELECT id, hash('phone word', phone, word) FROM (
            SELECT id, phone, unnest(meant) AS word, count(*) OVER (PARTITION BY phone) AS shared
            FROM mention WHERE phone <> ''
        ) WHERE shared > {LARGEST}""",
    "document, less its last sign": "SELECT id, hash('document', left(document, -1)) FROM mention WHERE document <> ''",
    "postcode": _unless_shared("postcode", "postcode <> ''"),
    "a word and the date of birth": """
        SELECT id, hash('word', word, birth_year, birth_day) FROM (
            SELECT id, unnest(meant) AS word, birth_year, birth_day FROM mention WHERE birth_day > 0
        )""",
    "date of birth and place": """
        SELECT id, hash('born', birth_year, birth_day, place) FROM mention WHERE birth_day > 0 AND place <> ''""",
}
"""By what they are made of."""

_SMALL = f"""
CREATE OR REPLACE TABLE key AS
SELECT id, k FROM (SELECT id, k, count(*) OVER (PARTITION BY k) AS n FROM every_key)
WHERE n BETWEEN 2 AND {4 * LARGEST}
"""
_PAIR = """
CREATE OR REPLACE TABLE pair AS
SELECT DISTINCT one.id AS join_key_l, other.id AS join_key_r, '0' AS match_key
FROM key one JOIN key other ON one.k = other.k AND one.id < other.id
"""
