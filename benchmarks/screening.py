"""Screening removal lists of invented people, file against file: what it finds, what it flags, its time and memory."""

import csv
import json
import os
import resource
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from pentameter.config.demo import removal_lists
from pentameter.config.demo.reference import REFERENCE_DAY
from pentameter.config.screening import Files, screen_files
from pentameter.decisions.matching import ENOUGH


def main(seed: int, lines: int = 5_000, enough: float = ENOUGH, spoilt: bool = False) -> dict[str, float]:
    folder = Path(os.environ["BENCH_FOLDER"])
    size = removal_lists.Size(protected=lines, others=lines, spoilt=spoilt)
    people, listed = removal_lists.make(seed, size)
    files = Files(folder / "people.csv", folder / "list.csv", folder / "answers.csv")
    write(files.people, removal_lists.rows(people))
    write(files.list, (removal_lists.columns(line.id, line.told) for line in listed))
    before = time.perf_counter()
    outcome = screen_files(files, REFERENCE_DAY, enough=enough)
    seconds = time.perf_counter() - before
    if outcome.lines != len(listed):
        raise SystemExit(f"{outcome.lines:,} of {len(listed):,} lines were answered")
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**shares(listed, files.answers), "seconds": seconds, "megabytes": megabytes}


def shares(listed: list[removal_lists.Line], answers: Path) -> dict[str, float]:
    """The share of protected lines held, of those whose person is named, and of others' lines flagged."""
    with answers.open(encoding="utf-8", newline="") as stream:
        given = {row["list_id"]: row for row in csv.DictReader(stream)}
    protected = [line for line in listed if line.person]
    others = [line for line in listed if not line.person]
    return {
        "recall": share(given[line.id]["answer"] == "held" for line in protected),
        "named": share(line.person in given[line.id]["people_ids"].split(";") for line in protected),
        "flagged": share(given[line.id]["answer"] == "held" for line in others),
    }


def share(found: Iterable[bool]) -> float:
    """The part of all that is so."""
    each = list(found)
    return sum(each) / len(each)


def write(path: Path, rows: Iterable[dict[str, str]]) -> None:
    """A CSV file of the rows."""
    every = list(rows)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, every[0])
        writer.writeheader()
        writer.writerows(every)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(**json.loads(sys.argv[1]))) + "\n")
