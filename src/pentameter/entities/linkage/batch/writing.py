"""Answers as files. A file takes its place only when it is whole; what is not is removed, and has no names in it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from pentameter.entities.linkage.batch.engine import number
from pentameter.entities.linkage.model import Thresholds


def write_clusters(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """unique_id and cluster_id: the smallest identifier of the cluster."""
    _write(
        connection,
        path,
        """SELECT told.unique_id, leader.unique_id AS cluster_id
        FROM clustered JOIN told USING (id) JOIN told leader ON leader.id = clustered.cluster ORDER BY clustered.id""",
    )


def write_pairs(connection: duckdb.DuckDBPyConnection, path: Path, limits: Thresholds) -> None:
    """Every pair that is worth a look: what it weighs, whether something contradicts it, and what becomes of it."""
    _write(
        connection,
        path,
        f"""SELECT one.unique_id AS unique_id_l, other.unique_id AS unique_id_r,
            round(weight, 6) AS match_weight, round(1 / (1 + power(2, -weight)), 9) AS match_probability,
            contradicting AS contradiction,
            CASE WHEN {beyond_doubt(limits)} THEN 'decided' ELSE 'proposed' END AS outcome,
            one_of.cluster = other_of.cluster AS same_cluster
        FROM scored
        JOIN told one ON one.id = left_id JOIN told other ON other.id = right_id
        JOIN clustered one_of ON one_of.id = left_id JOIN clustered other_of ON other_of.id = right_id
        ORDER BY weight DESC, left_id, right_id""",
    )


def beyond_doubt(limits: Thresholds) -> str:
    """What the machine decides alone: surely one person, told from relatives, contradicted by nobody in the cluster."""
    return f"(weight >= {limits.decide_at} AND firm AND NOT contradicting AND one_of.cluster = other_of.cluster)"


def count_decided(connection: duckdb.DuckDBPyConnection, limits: Thresholds) -> int:
    """How many pairs that is."""
    return number(
        connection,
        f"""SELECT count(*) FILTER ({beyond_doubt(limits)}) FROM scored
        JOIN clustered one_of ON one_of.id = left_id JOIN clustered other_of ON other_of.id = right_id""",
    )


def _write(connection: duckdb.DuckDBPyConnection, path: Path, query: str) -> None:
    with _whole(path) as unfinished:
        quoted = str(unfinished).replace("'", "''")
        format_ = "PARQUET" if path.suffix.casefold() == ".parquet" else "CSV, HEADER"
        connection.execute(f"COPY ({query}) TO '{quoted}' (FORMAT {format_})")


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    for left in path.parent.glob(f".{path.name}.*.part"):
        left.unlink(missing_ok=True)  # of one that was killed
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield unfinished
        with unfinished.open("rb") as stream:
            os.fsync(stream.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
