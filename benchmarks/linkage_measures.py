"""What the linkage benchmark measures, each in a process of its own."""

import logging
import os
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from hashlib import md5
from pathlib import Path
from statistics import quantiles
from typing import Any

import duckdb
import numpy as np
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink import comparison_library as cl

from benchmarks import linkage_files
from benchmarks.linkage import CURVE, induced
from pentameter.entities.linkage import api
from pentameter.entities.linkage.batch import blocking, linking, reading, writing
from pentameter.entities.linkage.batch.engine import Limits, engine, fill, number
from pentameter.entities.linkage.model import Thresholds, Trained, shipped

MEMORY = "2GB"
_HELD_OUT = 1
Connection = duckdb.DuckDBPyConnection


def half(person: str) -> int:
    """0 for people on whom the weights and thresholds were set, 1 for the others."""
    return int.from_bytes(md5(person.encode(), usedforsecurity=False).digest()[:8], "little") % 2


def base(path: Path, quick: bool = False) -> Mapping[str, Any]:
    """Splink with twelve rules over the columns as they are."""
    limits = {"threads": "2", "memory_limit": "3GB", "temp_directory": os.environ["BENCH_FOLDER"]}
    connection = duckdb.connect(":memory:", config=limits)
    connection.execute(f"CREATE TABLE mention AS SELECT * FROM '{path}'")
    api_ = DuckDBAPI(connection)
    linker = Linker(api_.register(connection.table("mention")), _twelve(), log_level=logging.ERROR)
    begin, cpu = time.perf_counter(), time.process_time()
    sure = [block_on("doc_no"), block_on("phone", "given_name"), block_on("given_name", "surname", "dob")]
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("doc_no"), block_on("phone"), block_on("postcode", "surname")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_weight=-2)
    told: dict[str, Any] = {}
    for weight in (4,) if quick else (2, 4, 6):
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_weight=weight)
        told[str(weight)] = _judged(
            connection.execute(f"SELECT unique_id, cluster_id FROM {clusters.physical_name}"), path
        )
    told |= {"seconds": time.perf_counter() - begin, "cpu": time.process_time() - cpu}
    return told | ({} if quick else {"f1": _best_f1(connection, found.physical_name, path)})


def _twelve() -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("given_name", [0.92, 0.8]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("surname", [0.92, 0.8]).configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("dob", [1, 2]),
            cl.ExactMatch("sex"),
            cl.ExactMatch("nationality"),
            cl.ExactMatch("phone").configure(term_frequency_adjustments=True),
            cl.ExactMatch("doc_no"),
            cl.ExactMatch("city"),
            cl.ExactMatch("postcode"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("phone"),
            block_on("doc_no"),
            block_on("postcode", "surname"),
            block_on("postcode", "given_name"),
            block_on("given_name", "surname", "dob"),
            block_on("given_name", "dob"),
            block_on("surname", "dob"),
            block_on("given_name", "surname", "city"),
            block_on("given_name", "surname", "substr(dob,1,4)"),
            "l.given_name = r.surname and l.surname = r.given_name and l.city = r.city",
            "l.given_name = r.surname and l.surname = r.given_name and l.dob = r.dob",
            block_on("dob", "city", "sex"),
        ],
    )


def _best_f1(connection: Connection, pairs: str, path: Path) -> float:
    of = dict(duckdb.execute(f"SELECT unique_id, entity_id FROM '{path}'").fetchall())
    scored = connection.execute(f"SELECT unique_id_l, unique_id_r FROM {pairs} ORDER BY match_weight DESC").fetchall()
    right = np.cumsum([of[one] == of[other] for one, other in scored])
    total = sum(n * (n - 1) // 2 for n in Counter(of.values()).values())
    return float((2 * right / (np.arange(1, len(right) + 1) + total)).max())


def _judged(query: Any, path: Path) -> tuple[float, float]:
    clusters = dict(query.fetchall())
    right, joined, true = induced(clusters, people_of(path))
    return right / max(joined, 1), right / true


def people_of(path: Path) -> dict[str, str]:
    """Whom each mention is about."""
    return dict(duckdb.execute(f"SELECT unique_id, entity_id FROM '{path}'").fetchall())


def ours(path: Path, quick: bool = False, seed: int = 0, level: float = 1.0) -> Mapping[str, Any]:
    """The shipped model over the file, or over a spoilt copy of it."""
    if seed:
        rows = linkage_files.rows_of(path)
        path = linkage_files.write(
            linkage_files.spoilt(rows, seed, level), Path(os.environ["BENCH_FOLDER"]) / "h.parquet"
        )
    trained = shipped()
    with engine(Limits(memory=MEMORY)) as connection:
        begin, cpu = time.perf_counter(), time.process_time()
        reading.read(connection, path)
        linking.link(connection, trained)
        told: dict[str, Any] = {"seconds": time.perf_counter() - begin, "cpu": time.process_time() - cpu}
        told["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        people = people_of(path)
        clusters = _clusters(connection)
        right, joined, true = induced(clusters, people)
        told["all"] = (right / max(joined, 1), right / true)
        return told if quick else told | _closely(connection, trained, people, clusters)


def _clusters(connection: Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT unique_id, cluster FROM clustered JOIN told USING (id)").fetchall())


def _closely(
    connection: Connection, trained: Trained, people: Mapping[str, str], clusters: Mapping[str, int]
) -> dict[str, Any]:
    held = {one: person for one, person in people.items() if half(person) == _HELD_OUT}
    precision, recall = held_out(connection, held)
    right, wrong = decided(connection, held, trained.thresholds.decide_at)
    return {
        "precision": precision,
        "recall": recall,
        "f1": _f1(connection, held),
        "decided": f"{right:,}, {right / max(right + wrong, 1):.3%} right",
        "faults": dict(_faults(connection, people, clusters)),
        "curve": dict(_curve(connection, held)),
        "reach": _reach(connection, people),
    }


def held_out(connection: Connection, held: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall of the clusters among the people of one half. Wrong pairs count twice: for each within the
    half there is, on the average, one with the other half, of which a half is this one's."""
    right, joined, true = induced(_clusters(connection), held)
    return right / max(right + 2 * (joined - right), 1), right / true


def _f1(connection: Connection, held: Mapping[str, str]) -> float:
    """Of all pairs that reach the proposing threshold and that nothing contradicts."""
    right, wrong = _right_and_wrong(connection, held, "NOT contradicting")
    true = sum(n * (n - 1) // 2 for n in Counter(held.values()).values())
    return 2 * right / (right + wrong + true)


def decided(connection: Connection, held: Mapping[str, str], least: float) -> tuple[int, int]:
    """How many pairs of one half the machine decides alone rightly and wrongly, wrong ones counted twice."""
    return _right_and_wrong(connection, held, writing.beyond_doubt(Thresholds(0, 0, least)))


def _right_and_wrong(connection: Connection, held: Mapping[str, str], condition: str) -> tuple[int, int]:
    found = connection.execute(
        f"""SELECT a.unique_id, b.unique_id FROM scored
        JOIN told a ON a.id = left_id JOIN told b ON b.id = right_id
        JOIN clustered one_of ON one_of.id = left_id JOIN clustered other_of ON other_of.id = right_id
        WHERE {condition}"""
    ).fetchall()
    of = [held[one] == held[other] for one, other in found if one in held and other in held]
    return sum(of), 2 * (len(of) - sum(of))


def _curve(connection: Connection, held: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for weight in CURVE:
        linking.put_together(connection, weight)
        yield f"{weight:g}", "{:.4f}, {:.4f}".format(*held_out(connection, held))


FAULTS = {
    "the same name, the same date": "NOT renamed AND NOT reordered AND dated AND same_day",
    "another spelling or script of the name": "renamed AND NOT single",
    "the words in another order": "reordered",
    "a single name: a working name or half of one": "single",
    "the year of birth off, or day and month exchanged": "dated AND NOT same_day",
    "no day of birth on one side": "NOT dated",
    "different phones": "phones",
    "nothing but the name in common": "NOT dated AND bare",
}


def _faults(
    connection: Connection, people: Mapping[str, str], clusters: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    """Of the true pairs with each fault, how many stand in one cluster."""
    fill(connection, "truth", {"unique_id": list(people), "person": list(people.values())})
    fill(connection, "put", {"unique_id": list(clusters), "cluster": list(clusters.values())})
    connection.execute(_TRUE_PAIRS)
    for fault, condition in FAULTS.items():
        ((pairs, found),) = connection.execute(
            f"SELECT count(*), count(*) FILTER (found) FROM true_pair WHERE {condition}"
        ).fetchall()
        yield fault, f"{found / max(pairs, 1):.1%} of {pairs:,}"


_TRUE_PAIRS = """
CREATE OR REPLACE TABLE true_pair AS
WITH one AS (SELECT m.*, t.name, person, put.cluster FROM mention m JOIN told t USING (id)
    JOIN truth USING (unique_id) JOIN put USING (unique_id))
SELECT a.cluster = b.cluster AS found,
    a.name_key <> b.name_key AS renamed,
    a.name_key = b.name_key AND a.head <> b.head AS reordered,
    least(a.word_count, b.word_count) < 2 AS single,
    a.birth_day > 0 AND b.birth_day > 0 AS dated,
    a.birth_day = b.birth_day AND a.birth_year = b.birth_year AS same_day,
    a.phone <> '' AND b.phone <> '' AND a.phone <> b.phone AS phones,
    NOT (a.phone <> '' AND a.phone = b.phone) AND NOT (a.document <> '' AND a.document = b.document)
        AND NOT (a.postcode <> '' AND a.postcode = b.postcode) AND NOT (a.place <> '' AND a.place = b.place) AS bare
FROM one a JOIN one b ON a.person = b.person AND a.id < b.id
"""


def _reach(connection: Connection, people: Mapping[str, str]) -> float:
    blocking.block(connection)
    reached = number(
        connection,
        """SELECT count(*) FROM pair JOIN told a ON a.id = join_key_l JOIN told b ON b.id = join_key_r
        JOIN truth x ON x.unique_id = a.unique_id JOIN truth y ON y.unique_id = b.unique_id
        WHERE x.person = y.person""",
    )
    return reached / sum(n * (n - 1) // 2 for n in Counter(people.values()).values())


def online(path: Path) -> Mapping[str, Any]:
    """Every mention prepared and put under its keys; what keys true pairs share; the time of one mention's scores."""
    rows = linkage_files.rows_of(path)
    prepared = [api.prepare(_facts(row)) for row in rows]
    keys = [api.block_keys(one) for one in prepared]
    under: dict[api.BlockKey, list[int]] = defaultdict(list)
    for at, some in enumerate(keys):
        for key in some:
            under[key].append(at)
    blocks = {key: some for key, some in under.items() if len(some) <= api.LARGEST_BLOCK}
    recall, by_rule = _shared(rows, keys, blocks)
    times, sizes = _timed(rows, prepared, keys, blocks)
    return {
        "recall": recall,
        "rules": by_rule,
        "keys": sum(map(len, keys)) / len(keys),
        "candidates": f"{quantiles(sizes, n=20)[9]:.0f} and {quantiles(sizes, n=20)[18]:.0f}",
        "milliseconds": quantiles(times, n=20)[18] * 1000,
    }


def _facts(row: Mapping[str, Any]) -> api.PersonFacts:
    told = {name: value or "" for name, value in row.items()}
    name = f"{told['given_name']} {told['surname']}"
    numbers = ((told["phone"],), (told["doc_no"],))
    return api.PersonFacts(
        name, told["sex"], told["dob"], told["nationality"], *numbers, told["postcode"], told["city"]
    )


def _shared(rows: list[Any], keys: list[Any], blocks: Mapping[Any, list[int]]) -> tuple[float, dict[str, str]]:
    people: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        people[row["entity_id"]].append(at)
    true, found, rules = 0, 0, Counter[str]()
    kept = [{key for key in some if key in blocks} for some in keys]
    for mentions in people.values():
        for place, one in enumerate(mentions):
            for other in mentions[:place]:
                common = kept[one] & kept[other]
                true += 1
                found += bool(common)
                rules.update({key.rule for key in common})
    return found / true, {rule: f"{n / true:.1%}" for rule, n in sorted(rules.items())}


def _timed(rows: list[Any], prepared: list[Any], keys: list[Any], blocks: Any) -> tuple[list[float], list[int]]:
    times, sizes = [], []
    for at in range(0, len(rows), 199):
        candidates = {other for key in keys[at] for other in blocks.get(key, ())} - {at}
        begin = time.process_time()
        new = api.prepare(_facts(rows[at]))
        for other in candidates:
            api.score(new, prepared[other], shared=None)
        times.append(time.process_time() - begin)
        sizes.append(len(candidates))
    return times, sizes
