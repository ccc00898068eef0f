"""Linkage against Splink's own baseline of twelve rules: right, wrong, missed, seconds of processor and memory.

Each figure is a process of its own. The labelled file lies outside the project, and what is made from it goes into the
benchmark's folder and away with it. The threshold stands in the shipped model, fixed on one half of the people; what is
reported as held out is the other half, where pairs with the tuning half count as half of its own would.
"""

import json
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks import linkage_files

REFERENCE = Path(os.environ.get("PENTAMETER_REFERENCE", Path(__file__).resolve().parents[2] / "shared" / "reference"))
LABELLED = REFERENCE / "linkage" / "persons_dev_100k.parquet"
CURVE = (0.0, 1.0, 2.0, 2.6, 3.0, 4.0, 6.0, 8.0, 12.0)
RECORDED = {"2": "recorded: .902, .689", "4": "recorded: .960, .656", "6": "recorded: .973, .612"}
"""What twelve rules reached that were recorded with the labelled set; they were not handed down."""
HARDER = (("harder, seed 101", 101, 1.0), ("much harder, seed 102", 102, 2.0))
Measure = Callable[..., Mapping[str, Any]]


def rows(measure: Measure, folder: Path) -> Iterator[tuple[str, ...]]:
    """The lines of the table."""
    if not LABELLED.exists():
        yield "linkage", "none", "the labelled set", "not measured: shared/reference/linkage is not there", ""
        return
    yield from _labelled(measure)
    yield from _online(measure)
    yield from _million(measure, folder)


def _labelled(measure: Measure) -> Iterator[tuple[str, ...]]:
    what = "100,000 labelled mentions"
    base = measure("base", path=str(LABELLED))
    for weight in ("2", "4", "6"):
        told = "precision {:.3f}, recall {:.3f}".format(*base[weight])
        yield what, "none", f"Splink's twelve rules, clusters at weight {weight}", told, RECORDED[weight]
    yield what, "none", "Splink's twelve rules, best F1 of pairs", f"{base['f1']:.3f}", ""
    found = measure("ours", path=str(LABELLED))
    yield from _found(what, found)
    for fault, told in found["faults"].items():
        yield what, "none", f"  found of pairs with {fault}", told, ""
    yield what, "none", "pairs that the machine decides alone (held out)", found["decided"], "at least 99.9 % right"
    yield what, "none", "processor time against Splink's", f"{found['cpu'] / base['cpu']:.2f} times", ""
    for weight, told in found["curve"].items():
        yield f"the curve: a threshold of {weight}", "none", "precision, recall of clusters", told, ""
    for name, seed, level in HARDER:
        yield from _found(
            f"the same, {name}", measure("ours", path=str(LABELLED), seed=seed, level=level), wanted=False
        )


def _found(what: str, found: Mapping[str, Any], wanted: bool = True) -> Iterator[tuple[str, ...]]:
    yield what, "none", "cluster precision, held out", f"{found['precision']:.4f}", "at least .97" if wanted else ""
    yield what, "none", "cluster recall, held out", f"{found['recall']:.4f}", "at least .68" if wanted else ""
    yield what, "none", "precision, recall of all", "{:.4f}, {:.4f}".format(*found["all"]), ""
    yield what, "none", "F1 of pairs at the proposing threshold", f"{found['f1']:.4f}", "above .76" if wanted else ""
    yield what, "none", "true pairs that blocking reaches", f"{found['reach']:.4f}", ""


def _online(measure: Measure) -> Iterator[tuple[str, ...]]:
    found = measure("online", path=str(LABELLED))
    what = "one mention at a time, 100,000 labelled mentions"
    yield what, "none", "true pairs that share a key", f"{found['recall']:.3f}", "at least .75"
    for rule, told in found["rules"].items():
        yield what, "none", f"  by the key {rule}", told, ""
    yield what, "none", "keys a mention", f"{found['keys']:.1f}", "at most 12"
    yield what, "none", "candidates a mention, middle and 95 %", found["candidates"], ""
    yield what, "none", "processor time to prepare and score 95 %", f"{found['milliseconds']:.1f} ms", "below 50 ms"


def _million(measure: Measure, folder: Path) -> Iterator[tuple[str, ...]]:
    path = folder / "million.parquet"
    linkage_files.write(linkage_files.copies(linkage_files.rows_of(LABELLED), 10, seed=7), path)
    what = "1,000,000 mentions"
    base, found = measure("base", path=str(path), quick=True), measure("ours", path=str(path), quick=True)
    path.unlink()
    for name, one in (("Splink's twelve rules", base), ("ours", found)):
        yield what, "none", f"{name}: time, of it processor", f"{one['seconds']:.0f} s, {one['cpu']:.0f} s", ""
        yield what, "none", f"{name}: peak memory", f"{one['megabytes']:,.0f} MB", ""
    yield what, "none", "time against Splink's", f"{found['seconds'] / base['seconds']:.2f} times", "about 1 (150 s)"
    yield what, "none", "precision, recall of clusters", "{:.4f}, {:.4f}".format(*found["all"]), ""


def main(figure: str, path: str, **more: Any) -> Mapping[str, Any]:
    """One figure, in this process."""
    from benchmarks import linkage_measures

    begin, cpu = time.perf_counter(), time.process_time()
    found = dict(getattr(linkage_measures, figure)(Path(path), **more))
    found.setdefault("seconds", time.perf_counter() - begin)
    found.setdefault("cpu", time.process_time() - cpu)
    found.setdefault("megabytes", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return found


def induced(clusters: Mapping[Any, Any], people: Mapping[Any, Any]) -> tuple[int, int, int]:
    """Pairs that stand in one cluster and are one person; that stand in one cluster; that are one person."""

    def pairs(counted: Counter[Any]) -> int:
        return sum(n * (n - 1) // 2 for n in counted.values())

    both = Counter((clusters[one], people[one]) for one in people)
    return pairs(both), pairs(Counter(clusters[one] for one in people)), pairs(Counter(people.values()))


if __name__ == "__main__":
    os.environ.setdefault("BENCH_FOLDER", "")
    print(json.dumps(main(**json.loads(sys.argv[1]))))
