"""What only the whole file tells: slips of commoner words, how many people bear a name, how many gave a phone."""

import duckdb

from pentameter.entities.linkage.batch.engine import fill, number
from pentameter.entities.linkage.bearers import FEWEST, MENTIONS_A_PERSON, UNTOLD, others_sql
from pentameter.entities.linkage.vocabulary import corrected


def count(connection: duckdb.DuckDBPyConnection) -> int:
    """From the table `read` the table `mention`, which Splink is given; how many mentions there are."""
    mentions = number(connection, "SELECT count(*) FROM read")
    _correct(connection, mentions)
    for statement in (_EXPECTED, _TOLD_APART, _OTHERS, _GIVERS):
        connection.execute(statement)
    connection.execute(_MENTION.format(mentions=max(mentions, 1)))
    for table in ("meant", "corrected", "expected", "told_apart", "other_bearers", "givers"):
        connection.execute(f"DROP TABLE {table}")
    return mentions


def _correct(connection: duckdb.DuckDBPyConnection, mentions: int) -> None:
    """The table `corrected`: for each mention its words as they are meant, in the order of the alphabet."""
    counted = connection.execute(
        "SELECT word, count(*) FROM (SELECT unnest([w1, w2, w3]) AS word FROM read) WHERE word <> '' GROUP BY word"
    ).fetchall()
    meant = corrected(dict(counted), mentions)
    fill(connection, "meant", {"word": list(meant), "other": list(meant.values())} if meant else _NOTHING)
    connection.execute(_CORRECTED)


_NOTHING = {"word": [""], "other": [""]}
_CORRECTED = """
CREATE OR REPLACE TABLE corrected AS
SELECT *, array_to_string(meant, ' ') AS meant_key
FROM (
    SELECT id, nationality, birth_year, birth_day, list_sort(list_distinct(list_filter(
        [coalesce(a.other, w1), coalesce(b.other, w2), coalesce(c.other, w3)], lambda word: word <> ''
    ))) AS meant
    FROM read
    LEFT JOIN meant a ON a.word = w1 LEFT JOIN meant b ON b.word = w2 LEFT JOIN meant c ON c.word = w3
)
"""
_EXPECTED = """
CREATE OR REPLACE TABLE expected AS
WITH word AS (
    SELECT word, nationality, count(*) AS n
    FROM (SELECT unnest(meant) AS word, nationality FROM corrected WHERE nationality <> '') GROUP BY ALL
), people AS (
    SELECT nationality, count(*) AS n FROM corrected WHERE nationality <> '' GROUP BY nationality
), name AS (
    SELECT DISTINCT meant_key, meant FROM corrected WHERE len(meant) > 1
), pair AS (
    SELECT meant_key, meant[1] AS one, meant[2] AS other FROM name
    UNION ALL SELECT meant_key, meant[1], meant[3] FROM name WHERE len(meant) > 2
    UNION ALL SELECT meant_key, meant[2], meant[3] FROM name WHERE len(meant) > 2
), chance AS (
    SELECT meant_key, one, other, sum(a.n * b.n / people.n) AS n
    FROM pair
    JOIN word a ON a.word = one
    JOIN word b ON b.word = other AND b.nationality = a.nationality
    JOIN people ON people.nationality = a.nationality
    GROUP BY ALL
)
SELECT meant_key, min(n) * (SELECT count(*) FROM corrected) / greatest((SELECT sum(n) FROM people), 1) AS n
FROM chance GROUP BY meant_key
"""
_MANY = 50
"""Dates of birth of one name from which on they are counted as they are: slips no longer matter."""
_TOLD_APART = f"""
CREATE OR REPLACE TABLE told_apart AS
WITH born AS (
    SELECT DISTINCT meant_key, birth_year, birth_day, birth_day % 100 * 100 + birth_day // 100 AS swapped
    FROM corrected WHERE birth_day > 0 AND len(meant) > 1
), counted AS (
    SELECT meant_key, count(*) AS n FROM born GROUP BY meant_key
), slip AS (
    SELECT DISTINCT one.meant_key, one.birth_year, one.birth_day
    FROM born one JOIN born other USING (meant_key) JOIN counted USING (meant_key)
    WHERE n BETWEEN 2 AND {_MANY} AND abs(other.birth_year - one.birth_year) <= 2
        AND (other.birth_year, other.birth_day) < (one.birth_year, one.birth_day)
        AND (other.birth_day IN (one.birth_day, one.swapped) OR abs(other.birth_day - one.birth_day) IN (1, 27))
)
SELECT meant_key, n - count(slip.birth_day) AS people
FROM counted LEFT JOIN slip USING (meant_key) GROUP BY meant_key, n
"""
_OTHERS = f"""
CREATE OR REPLACE TABLE other_bearers AS
WITH name AS (
    SELECT meant_key, any_value(len(meant)) AS words, count(*) AS seen, count(*) FILTER (birth_day > 0) AS dated
    FROM corrected GROUP BY meant_key
), word AS (
    SELECT word, count(*) AS n FROM (SELECT unnest(meant) AS word FROM corrected) GROUP BY word
)
SELECT meant_key, CASE
    WHEN words = 0 THEN 0
    WHEN words = 1 THEN coalesce(word.n, seen) / {MENTIONS_A_PERSON}
    ELSE {others_sql("coalesce(people, 0)", "coalesce(expected.n, seen)", "seen")}
        + CASE WHEN dated = 0 THEN {UNTOLD} * seen ELSE 0 END
END AS others
FROM name
LEFT JOIN told_apart USING (meant_key)
LEFT JOIN expected USING (meant_key)
LEFT JOIN word ON word.word = meant_key
"""
_GIVERS = """
CREATE OR REPLACE TABLE givers AS
SELECT phone, count(DISTINCT sounds)::INTEGER AS n FROM read WHERE phone <> '' GROUP BY phone
"""
_MENTION = f"""
CREATE OR REPLACE TABLE mention AS
SELECT read.*, meant, meant_key, coalesce(givers.n, 0) AS phone_names,
    greatest(others, {FEWEST}) * {MENTIONS_A_PERSON} / {{mentions}} AS commonness
FROM read
JOIN corrected USING (id)
JOIN other_bearers USING (meant_key)
LEFT JOIN givers USING (phone)
"""
