"""A caseworker's list of very many cases, and the page of one: how many queries, and the list's time against its SQL.

The SQL is what the list itself asks, asked again without anything around it, in turn with the list: whatever slows the
machine down slows both. Both stand in one transaction, so that the commit, which is neither's work, is in neither.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.picture import BOOKKEEPING
from benchmarks.place import enter

Asked = list[tuple[str, Any, float]]
_TURNS = 15


def main(cases: int) -> dict[str, float]:
    enter(Path(os.environ["BENCH_FOLDER"]))
    from django.db import transaction
    from django.test import Client
    from tests.cast import caseworker, in_database, sign_in

    from pentameter.victims.services.cases import list_cases

    worker = caseworker()
    in_database(worker)
    some = _register(cases, worker)
    listing, sql = [], []
    for _ in range(_TURNS):
        with transaction.atomic():
            seconds, asked = _timed(lambda: list_cases(by=worker))
            listing.append(seconds)
            sql.append(sum(_again(statement, values, spent) for statement, values, spent in asked))
    client = sign_in(Client(headers={"host": "127.0.0.1"}), worker)
    return {
        "list_queries": len(asked),
        "list_milliseconds": median(listing) * 1000,
        "ratio": median(listing) / median(sql),
        "page_queries": _page(client, f"/cases/{some}/"),
        "list_page_queries": _page(client, "/cases/"),
    }


def _register(count: int, worker: Any) -> object:
    """That many invented cases, all supported by the caseworker's organisation, found over two months."""
    from django.db import transaction

    from pentameter.kernel import clock
    from pentameter.victims import api as victims

    today = clock.today()
    with transaction.atomic():
        for number in range(count):
            rescue = victims.Rescue(
                identity=victims.Identity(given=f"Zorana {number}", surname="Testova", born="1990-03-25"),
                age=victims.Age.ADULT,
                practical=victims.Practical(language="bg"),
                whereabouts=victims.Whereabouts(where="an invented house"),
                found_on=today - timedelta(days=number % 60),
            )
            made = victims.register_rescue(rescue=rescue, by=worker)
    return made.case_id


def _timed(act: Callable[[], object]) -> tuple[float, Asked]:
    """How long an act takes, and what it asked of the database."""
    with _listening() as asked:
        begin = time.perf_counter()
        act()
        seconds = time.perf_counter() - begin
    return seconds, [one for one in asked if not one[0].startswith(BOOKKEEPING)]


@contextmanager
def _listening() -> Iterator[Asked]:
    from django.db import connection

    asked: Asked = []

    def listen(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        begin = time.perf_counter()
        found = execute(sql, params, many, context)
        asked.append((sql, params, time.perf_counter() - begin))
        return found

    with connection.execute_wrapper(listen):
        yield asked


def _again(sql: str, values: Any, spent: float) -> float:
    """How long the database takes for it alone. What it wrote is not written again: that took what it took."""
    from django.db import connection

    if not sql.startswith("SELECT"):
        return spent
    with connection.cursor() as cursor:
        begin = time.perf_counter()
        cursor.execute(sql, values)
        cursor.fetchall()
        return time.perf_counter() - begin


def _page(client: Any, address: str) -> int:
    """How many queries a page takes, the sign-in's among them, once it was asked for before."""
    client.get(address)
    with _listening() as asked:
        response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")
    return len([one for one in asked if not one[0].startswith(BOOKKEEPING)])


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(**json.loads(sys.argv[1]))) + "\n")
