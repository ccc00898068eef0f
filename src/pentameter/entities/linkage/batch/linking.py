"""The whole way of a file: read, count, block, score, put together."""

from collections.abc import Callable
from dataclasses import dataclass

import duckdb
import numpy as np

from pentameter.entities.linkage.batch import counting, normalising, scoring
from pentameter.entities.linkage.batch.engine import fill, number
from pentameter.entities.linkage.batch.levels import contradiction_sql, firm_sql
from pentameter.entities.linkage.births import Birth
from pentameter.entities.linkage.clustering import Told, clusters
from pentameter.entities.linkage.model import Trained

Step = Callable[[str], None]
Compare = Callable[[duckdb.DuckDBPyConnection, Trained, int, float], int]
"""Makes `scored` from `mention`, and tells how many pairs were compared: on DuckDB, or on Spark."""
STEPS = ("reading names", "counting", "comparing", "putting together")


@dataclass(frozen=True, slots=True)
class Linked:
    """How many there were of everything."""

    mentions: int
    pairs: int
    proposed: int
    clusters: int


def link(
    connection: duckdb.DuckDBPyConnection,
    trained: Trained,
    step: Step = lambda what: None,
    compare: Compare = scoring.compare,
) -> Linked:
    """From the table `told` the tables `scored` (pairs worth a look) and `clustered` (id, cluster)."""
    step(STEPS[0])
    normalising.normalise(connection)
    step(STEPS[1])
    mentions = counting.count(connection)
    step(STEPS[2])
    limits = trained.thresholds
    pairs = compare(connection, trained, mentions, min(limits.propose_at, limits.link_at))
    connection.execute(_CONTRADICTING)
    step(STEPS[3])
    proposed = number(connection, "SELECT count(*) FROM scored")
    return Linked(mentions, pairs, proposed, put_together(connection, limits.link_at))


_CONTRADICTING = f"""
CREATE OR REPLACE TABLE scored AS
SELECT left_id, right_id, weight, {contradiction_sql()} AS contradicting, {firm_sql()} AS firm
FROM (SELECT one AS left_id, other AS right_id, weight FROM scored)
JOIN mention one ON one.id = left_id JOIN mention other ON other.id = right_id
"""
_ORDERED = """
SELECT left_id, right_id FROM scored WHERE weight >= ? AND NOT contradicting
ORDER BY round(weight, 6) DESC, left_id, right_id
"""


def put_together(connection: duckdb.DuckDBPyConnection, least: float) -> int:
    """The table `clustered`; how many clusters there are. Only mentions that stand in a pair are looked at."""
    found = connection.execute(_ORDERED, [least]).fetchnumpy()
    left, right = np.asarray(found["left_id"]), np.asarray(found["right_id"])
    numbers, places = np.unique(np.concatenate([left, right]), return_inverse=True)
    fill(connection, "linked", {"id": numbers.tolist()})
    rows = connection.execute(_TOLD).fetchall()
    told = [Told(sex, Birth(year, day), document) for sex, year, day, document in rows]
    half = len(left)
    first = clusters(zip(places[:half].tolist(), places[half:].tolist(), strict=True), told)
    fill(connection, "linked", {"id": numbers.tolist(), "cluster": numbers[first].tolist() if len(numbers) else []})
    connection.execute(_CLUSTERED)
    return number(connection, "SELECT count(DISTINCT cluster) FROM clustered")


_TOLD = """
SELECT sex, birth_year, birth_day, document FROM mention JOIN linked USING (id) ORDER BY id
"""
_CLUSTERED = """
CREATE OR REPLACE TABLE clustered AS
SELECT id, coalesce(linked.cluster, id) AS cluster FROM told LEFT JOIN linked USING (id)
"""
