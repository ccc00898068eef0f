"""Splink scores the pairs. Its log is kept quiet: it would name columns and samples."""

import logging
from typing import Any

import duckdb
from splink import DuckDBAPI, Linker

from pentameter.entities.linkage.batch import blocking
from pentameter.entities.linkage.batch.engine import number
from pentameter.entities.linkage.model import Trained
from pentameter.entities.linkage.settings import NAME_COLUMN, settings

COMMON_NAMES = f"SELECT {NAME_COLUMN}, any_value(commonness) AS tf_{NAME_COLUMN} FROM mention GROUP BY {NAME_COLUMN}"
"""What Splink takes for the frequency of a name: how many others bear it, which the same words always answer alike."""


def linker(connection: duckdb.DuckDBPyConnection, trained: Trained | None, mentions: int, **more: Any) -> Any:
    """Splink over the table `mention`."""
    told = settings(trained, mentions=mentions, **more)
    api = DuckDBAPI(connection)
    model = Linker(api.register(connection.table("mention")), told, log_level=logging.ERROR)
    connection.execute(f"CREATE OR REPLACE TABLE common_name AS {COMMON_NAMES}")
    model.table_management.register_term_frequency_lookup(api.register(connection.table("common_name")), NAME_COLUMN)
    return model


def compare(connection: duckdb.DuckDBPyConnection, trained: Trained, mentions: int, least: float) -> int:
    """The table `scored` from the table `mention`; how many pairs were compared."""
    pairs = blocking.block(connection)
    score(connection, trained, mentions, least)
    connection.execute("DROP TABLE pair")
    return pairs


def score(connection: duckdb.DuckDBPyConnection, trained: Trained, mentions: int, least: float) -> int:
    """The table `scored` (one, other, weight) of the pairs of `pair` that reach a weight; how many they are."""
    model = linker(connection, trained, mentions)
    api = model._db_api
    model.table_management.register_blocked_pairs_for_predict(api.register(connection.table("pair")))
    found = model.inference.predict(threshold_match_weight=least)
    connection.execute(
        f"""CREATE OR REPLACE TABLE scored AS
        SELECT least(id_l, id_r) AS one, greatest(id_l, id_r) AS other, match_weight AS weight
        FROM {found.physical_name}"""
    )
    found.drop_table_from_database_and_remove_from_cache()
    return number(connection, "SELECT count(*) FROM scored")
