"""Splink scores the pairs. Its log is kept quiet: it would name columns and samples."""

import logging
from typing import Any

import duckdb
from splink import DuckDBAPI, Linker

from pentameter.entities.linkage.batch.engine import number
from pentameter.entities.linkage.model import Trained
from pentameter.entities.linkage.settings import settings


def linker(connection: duckdb.DuckDBPyConnection, trained: Trained | None, mentions: int, **more: Any) -> Any:
    """Splink over the table `mention`."""
    told = settings(trained, mentions=mentions, **more)
    api = DuckDBAPI(connection)
    return Linker(api.register(connection.table("mention")), told, log_level=logging.ERROR)


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
