"""Taking one large file in, against the bare writing of the same rows into the same tables in the same run."""

import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.place import enter


def main(rows: int, floor: bool = True) -> dict[str, float]:
    folder = Path(os.environ["BENCH_FOLDER"])
    wave_id = enter(folder)
    from pentameter.config import loading
    from pentameter.config.demo import write_bench_csv

    file = folder / "reports.csv"
    write_bench_csv(file, rows=rows, seed=2007, agency="durham")
    before = time.perf_counter()
    outcome = loading.take_in(file, loading.sender("durham"), wave_id)
    seconds = time.perf_counter() - before
    if outcome.accepted != rows:
        raise SystemExit(f"{outcome.accepted:,} of {rows:,} rows were accepted: {outcome}")
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    measured = {"rows_a_second": rows / seconds, "megabytes": megabytes, "links": links()}
    return {**measured, "ratio": seconds / bare_seconds()} if floor else measured


def links() -> int:
    """How many links the rows said."""
    from pentameter.intelligence.models import SaidLink

    return SaidLink.objects.count()


def bare_seconds() -> float:
    """How long a bare `executemany` of the same rows into the same, emptied tables takes, committed once."""
    from django.db import connection, transaction

    from pentameter.intelligence.models import (
        Mention,
        OriginalText,
        Recipient,
        Report,
        SaidLink,
        SourceIdentity,
        Unlisted,
        Wording,
    )

    beside = (Mention, SaidLink, OriginalText, SourceIdentity, Recipient, Wording, Unlisted)
    kept: list[tuple[str, list[Any]]] = []
    with connection.cursor() as cursor:
        for model in (Report, *beside):
            columns = [field.column for field in model._meta.concrete_fields]
            names = ", ".join(connection.ops.quote_name(column) for column in columns)
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"SELECT {names} FROM {table}")
            marks = ", ".join(["%s"] * len(columns))
            kept.append((f"INSERT INTO {table} ({names}) VALUES ({marks})", written(cursor.fetchall())))
        for model in (*reversed(beside), Report):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")
    before = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        for statement, values in kept:
            if values:
                cursor.executemany(statement, values)
    return time.perf_counter() - before


def written(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows as the driver takes them: JSON as text, spans as they are."""
    return [tuple(json.dumps(one) if isinstance(one, (list, dict)) else one for one in row) for row in rows]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(**json.loads(sys.argv[1]))) + "\n")
