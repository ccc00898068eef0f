"""`python -m benchmarks.linkage_training MODEL`: train the linkage model that is shipped, on the tuning half alone.

Splink learns m and u without labels; the calibration and the thresholds look at pairs whose mentions both belong to the
tuning half of the people, in the labelled set and in a spoilt copy of it, so that the model does not take every file to
be as good as the one it saw.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np

from benchmarks import linkage_files
from benchmarks.linkage import LABELLED
from benchmarks.linkage_measures import decided, half, held_out, people_of
from pentameter.entities.linkage.batch import blocking, counting, linking, normalising, reading, training
from pentameter.entities.linkage.batch.engine import Limits, engine, fill
from pentameter.entities.linkage.batch.levels import levels_sql
from pentameter.entities.linkage.comparisons import COMPARISONS
from pentameter.entities.linkage.model import FORMAT, REFERENCE, Chances, Thresholds, Trained
from pentameter.entities.linkage.settings import settings

VERSION = "2026.1"
SEED = 11
WANTED = 0.975
"""Precision of clusters that a threshold has to show on the tuning half, a little above the goal: files differ."""
SURE = 0.9995
"""And of pairs that the machine decides alone."""
LEAST_SURE = 12.0
THRESHOLDS = tuple(step / 5 for step in range(5, 26))
TUNED = 0


@dataclass(frozen=True)
class Candidate:
    """The weights, before a threshold is chosen."""

    prior: float
    chances: dict[tuple[str, str], Chances]

    def trained(self, thresholds: Thresholds) -> Trained:
        """The model with thresholds; figures are written down with six places."""
        rounded = {key: Chances(_short(one.m), _short(one.u)) for key, one in self.chances.items()}
        return Trained(VERSION, _short(self.prior), thresholds, rounded)


def _short(value: float) -> float:
    return float(f"{value:.6g}")


def train(paths: list[Path]) -> Trained:
    """The model, from the labelled file and its spoilt copies."""
    samples, start = [], None
    for path in paths:
        with engine(Limits(memory="6GB")) as connection:
            reading.read(connection, path)
            normalising.normalise(connection)
            mentions = counting.count(connection)
            start = start or training.expect(connection, mentions)
            blocking.block(connection)
            samples.append(_sample(connection, path, mentions))
    candidate = Candidate(*training.calibrate(samples, start or {}))
    return candidate.trained(_thresholds(candidate, paths))


def _sample(connection: duckdb.DuckDBPyConnection, path: Path, mentions: int) -> training.Sample:
    """The pairs of which both mentions belong to the tuning half."""
    tuned = {one: person for one, person in people_of(path).items() if half(person) == TUNED}
    fill(connection, "tuned", {"unique_id": list(tuned), "person": list(tuned.values())})
    connection.execute(_ASKED)
    found = connection.execute(
        f"SELECT * FROM ({levels_sql('asked')}) JOIN asked USING (left_id, right_id)"
    ).fetchnumpy()
    levels = {one.name: np.asarray(found[one.name]) for one in COMPARISONS}
    return training.Sample(levels, np.asarray(found["commonness"]), np.asarray(found["same"]), mentions)


_ASKED = """
CREATE OR REPLACE TABLE asked AS
SELECT a.id AS left_id, b.id AS right_id, x.person = y.person AS same
FROM pair
JOIN told a ON a.id = join_key_l JOIN tuned x ON x.unique_id = a.unique_id
JOIN told b ON b.id = join_key_r JOIN tuned y ON y.unique_id = b.unique_id
"""


def _thresholds(candidate: Candidate, paths: list[Path]) -> Thresholds:
    """The lowest that are good enough on the tuning half of every file."""
    trained = candidate.trained(Thresholds(0.0, 0.0, LEAST_SURE))
    links, sure = zip(*(_enough(trained, path) for path in paths), strict=True)
    return Thresholds(max(links), 0.0, max(sure))


def _enough(trained: Trained, path: Path) -> tuple[float, float]:
    tuned = {one: person for one, person in people_of(path).items() if half(person) == TUNED}
    with engine(Limits(memory="6GB")) as connection:
        reading.read(connection, path)
        linking.link(connection, trained)
        link_at = next(least for least in THRESHOLDS if _precision(connection, tuned, least) >= WANTED)
        linking.put_together(connection, link_at)
        sure = next(least for least in _upwards() if _sure(connection, tuned, least))
    return link_at, sure


def _upwards() -> Iterator[float]:
    return (LEAST_SURE + step / 2 for step in range(60))


def _precision(connection: duckdb.DuckDBPyConnection, tuned: dict[str, str], least: float) -> float:
    linking.put_together(connection, least)
    return held_out(connection, tuned)[0]


def _sure(connection: duckdb.DuckDBPyConnection, tuned: dict[str, str], least: float) -> bool:
    right, wrong = decided(connection, tuned, least)
    return right / max(right + wrong, 1) >= SURE


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linkage_training")
    parser.add_argument("model", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pentameter-bench-") as folder:
        copy = Path(folder) / "spoilt.parquet"
        linkage_files.write(linkage_files.spoilt(linkage_files.rows_of(LABELLED), SEED), copy)
        trained = train([LABELLED, copy])
    limits = trained.thresholds
    told = {
        "format": FORMAT,
        "version": trained.version,
        "link_at": limits.link_at,
        "propose_at": limits.propose_at,
        "decide_at": limits.decide_at,
        "splink": settings(trained, mentions=REFERENCE),
    }
    chosen.model.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
