"""The same comparison on Spark, for more mentions than one machine holds: Splink's settings are the same.

Reading and counting stay with DuckDB; mentions with their keys go to Spark, the pairs that are worth a look come back.
Spark, like DuckDB, is not asked to write anything: what it cuts off its lineage stays in memory.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import duckdb
from splink import Linker, SparkAPI
from splink.backends.spark import similarity_jar_location

from pentameter.entities.linkage.batch import blocking
from pentameter.entities.linkage.batch.linking import Compare
from pentameter.entities.linkage.batch.scoring import COMMON_NAMES
from pentameter.entities.linkage.model import Trained
from pentameter.entities.linkage.settings import NAME_COLUMN, settings


@contextmanager
def session(master: str = "local[2]", memory: str = "2g") -> Iterator[Any]:
    """A Spark session with Splink's functions, which come with its wheel."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(master).appName("pentameter-linkage")
    builder = builder.config("spark.jars", similarity_jar_location()).config("spark.driver.memory", memory)
    builder = builder.config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "8")
    started = builder.config("spark.sql.execution.arrow.pyspark.enabled", "true").getOrCreate()
    try:
        started.sparkContext.setLogLevel("ERROR")
        yield started
    finally:
        started.stop()


def comparing(spark: Any) -> Compare:
    """What `linking.link` is given to compare on Spark."""

    def compare(connection: duckdb.DuckDBPyConnection, trained: Trained, mentions: int, least: float) -> int:
        blocking.key(connection)
        api = SparkAPI(spark_session=spark, break_lineage_method="persist")
        keyed, common = (connection.sql(query).to_arrow_table() for query in (_KEYED, COMMON_NAMES))
        told = settings(trained, mentions=mentions)
        linker = Linker(api.register(spark.createDataFrame(keyed)), told, log_level=logging.ERROR)
        frequencies = api.register(spark.createDataFrame(common))
        linker.table_management.register_term_frequency_lookup(frequencies, NAME_COLUMN)
        found = linker.inference.predict(threshold_match_weight=least).as_spark_dataframe()
        back = found.select("id_l", "id_r", "match_weight").toArrow()
        connection.register("back", back)
        connection.execute(_SCORED)
        connection.unregister("back")
        ((pairs,),) = connection.execute(_COMPARED).fetchall()
        connection.execute("DROP TABLE key")
        return int(pairs)

    return compare


_KEYED = """
SELECT mention.* EXCLUDE (meant, meant_key), coalesce(keys, []) AS keys
FROM mention LEFT JOIN (SELECT id, list(k::VARCHAR) AS keys FROM key GROUP BY id) USING (id)
"""
_SCORED = """
CREATE OR REPLACE TABLE scored AS
SELECT least(id_l, id_r) AS one, greatest(id_l, id_r) AS other, match_weight AS weight FROM back
"""
_COMPARED = """
SELECT count(*) FROM (
    SELECT DISTINCT one.id, other.id FROM key one JOIN key other ON one.k = other.k AND one.id < other.id
)
"""
