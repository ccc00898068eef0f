"""The picture page over many reports: how many queries, and its time against its own slowest query."""

import json
import os
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks.place import enter


def main(rows: int) -> dict[str, float]:
    folder = Path(os.environ["BENCH_FOLDER"])
    wave_id = enter(folder)
    from pentameter.config import loading
    from pentameter.config.demo import write_bench_csv

    file = folder / "reports.csv"
    write_bench_csv(file, rows=rows, seed=2007, agency="durham")
    loading.take_in(file, loading.sender("durham"), wave_id)
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from tests.cast import national_analyst, sign_in

    client = Client(headers={"host": "127.0.0.1"})
    sign_in(client, national_analyst())
    address = "/picture/?wave=" + str(wave_id)
    answers, slowest, counts = [], [], []
    for _ in range(9):
        begin = time.perf_counter()
        response = client.get(address)
        answers.append(time.perf_counter() - begin)
        if response.status_code != 200:
            raise SystemExit(f"The picture answered {response.status_code}")
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        queries = [one for one in captured.captured_queries if not one["sql"].startswith(BOOKKEEPING)]
        counts.append(len(queries))
        slowest.append(max(float(one["time"]) for one in queries))
    return {"queries": max(counts), "ratio": median(answers) / max(median(slowest), 0.001)}


BOOKKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(**json.loads(sys.argv[1]))) + "\n")
