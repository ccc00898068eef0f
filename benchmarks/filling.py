"""A very large operation, made of the demo operation: its files go through the intake and are matched, and what they
became is copied within the database.

A copy of a report takes the day and the mentions of one report of its agency, the grade, handling and recipients of
another, theme, area and price of a third, so that copies differ as the demo's reports do. Mentions are sealed anew,
each bound to itself; of as many copies as give the things that are wanted, those that a page finds to be the latest,
they are placed and judged as in the demo.
A case's key and who she is are sealed anew, too, so that people can be counted again. Texts are not indexed for
searching, and what else cases hold keeps its old seal: no page of the picture opens it.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

APART = 1_000_000
"""Between the numbers of arrival of a report and of its next copy."""
OF_REPORT = {
    "own": (
        *("agency_id", "wave_id", "file_id", "row_number", "content", "reported_on", "week", "event_from", "event_to"),
        *("postcode", "malicious", "text", "route", "accepted_at", "accepted_by"),
    ),
    "grade": ("scheme", "source_grade", "information_grade", "handling", "conditions"),
    "about": ("area", "place", "theme", "acts", "means", "purposes", "indicators", "advertised", "price", "currency"),
}
OF_CASES = ("victims_case", "victims_casekey", "victims_standing", "victims_caseevent")
THINGS = "(SELECT DISTINCT thing FROM entities_placing) AS things"
COPIES = "WITH RECURSIVE copies(copy) AS (SELECT 1 UNION ALL SELECT copy + 1 FROM copies WHERE copy < %s)"
THE_LAST = "WITH RECURSIVE copies(copy) AS (SELECT %s - %s + 1 UNION ALL SELECT copy + 1 FROM copies WHERE copy < %s)"
NUMBERED = f""", numbered AS (
    SELECT report.*, ROW_NUMBER() OVER (PARTITION BY agency_id ORDER BY arrival) - 1 AS place_of,
           COUNT(*) OVER (PARTITION BY agency_id) AS of_all
    FROM intelligence_report report WHERE arrival < {APART}
)"""
BESIDE = (
    "JOIN numbered {0} ON {0}.agency_id = own.agency_id AND {0}.place_of = (own.place_of + {1} * copy) %% own.of_all"
)
GRADE, ABOUT = BESIDE.format("grade", 7), BESIDE.format("about", 13)


def fill(folder: Path, *, reports: int, cases: int, things: int) -> dict[str, float]:
    """Fill the installation in `folder`; how many there are of everything then, and how long it took."""
    begin = time.perf_counter()
    load_demo(folder)
    say("the demo is in")
    copies = max(0, reports // count("intelligence_report") - 1)
    placed = min(copies, max(0, things // count(THINGS) - 1))
    each = max(0, cases // count("victims_case") - 1)
    free_of_checks()
    copy_mentions(copies, placed)
    say("mentions are copied")
    for statement in (of_recipients(), of_reports()):
        run(statement, copies)
    say("reports are copied")
    copy_cases(each)
    settle()
    return {
        "reports": count("intelligence_report"),
        "mentions": count("intelligence_mention"),
        "things": count(THINGS),
        "cases": count("victims_case"),
        "filling": time.perf_counter() - begin,
    }


def load_demo(folder: Path) -> None:
    """The demo operation, as `pentameter run --demo` makes it."""
    from pentameter.config import loading, matching
    from pentameter.config.commands.run import demo_files
    from pentameter.kernel import clock

    for _ in loading.open_demo(demo_files(folder, today=clock.today())):
        pass
    matching.match(False, lambda *_: None)
    loading.register_demo_cases()


def of_reports() -> str:
    """The statement that copies reports."""
    columns = ", ".join(name for names in OF_REPORT.values() for name in names)
    values = ", ".join(f"{source}.{name}" for source, names in OF_REPORT.items() for name in names)
    return f"""
        INSERT INTO intelligence_report (id, arrival, own_reference, {columns}) {COPIES} {NUMBERED}
        SELECT {new("own.id")}, own.arrival + {APART} * copy, own.own_reference || '-' || copy, {values}
        FROM numbered own CROSS JOIN copies {GRADE} {ABOUT}
    """


def of_recipients() -> str:
    """The statement that copies whom reports name: those whom the report names that the grade comes from."""
    return f"""
        INSERT INTO intelligence_recipient (report_id, agency_id) {COPIES} {NUMBERED}
        SELECT {new("own.id")}, named.agency_id FROM numbered own CROSS JOIN copies {GRADE}
        JOIN intelligence_recipient named ON named.report_id = grade.id
    """


def copy_mentions(copies: int, placed: int) -> None:
    """Mentions of every copy; things, judgements and links as in the demo in the last `placed` of them."""
    from pentameter.intelligence.keys import every_key
    from pentameter.intelligence.models import Mention

    keys = every_key()
    columns = ("id", "report_id", "position", "kind", "identifier_index", "report__agency_id", "sealed")
    opened = []
    for *plain, agency, sealed in Mention.objects.order_by("id").values_list(*columns):
        opened.append((*plain, keys[agency], keys[agency].unseal(bytes(sealed), bound_to=f"mention:{plain[0]}")))
    for copy in range(1, copies + 1):
        write_mentions((copied(one, copy), copied(report, copy), *rest) for one, report, *rest in opened)
    if placed:
        of_demo("entities_judgement", copies, ("id", "left_id", "right_id"), last=placed)
        of_demo("intelligence_saidlink", copies, ("report_id", "source_id", "target_id"), last=placed)
        of_demo("entities_placing", copies, ("mention_id", "report_id", "thing", "island"), last=placed)


def write_mentions(made: Iterable[tuple[Any, ...]]) -> None:
    """Seal mentions and write them."""
    from django.db import connection, transaction

    written = (
        (one, report, position, kind, keys.seal(values, bound_to=f"mention:{one}"), index)
        for one, report, position, kind, index, keys, values in made
    )
    columns = "intelligence_mention (id, report_id, position, kind, sealed, identifier_index)"
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {columns} FROM STDIN") as copy:
                for row in written:
                    copy.write_row(row)
        else:
            plain = [(row[0].hex, row[1].hex, *row[2:]) for row in written]
            cursor.executemany(f"INSERT INTO {columns} VALUES (%s, %s, %s, %s, %s, %s)", plain)


def copy_cases(copies: int) -> None:
    """Cases with their keys, clocks and events; each copy a day earlier, for two hundred days."""
    if copies < 1:
        return
    from django.db import connection

    earlier = "rescued_on - CAST(copy %% 200 AS integer)"
    if connection.vendor == "sqlite":
        earlier = "date(rescued_on, '-' || (copy %% 200) || ' days')"
    number = "'B' || copy || '-' || (ROW_NUMBER() OVER (PARTITION BY copy ORDER BY reference))"
    originals = opened_cases()
    for table in OF_CASES:
        of_demo(table, copies, ("id", "case_id"), {"reference": number, "rescued_on": earlier})
    seal_cases(copied_cases(originals, copies))


Opened = tuple[UUID, Any, object]
"""A case, the safe under its key, and who she is."""


def opened_cases() -> list[Opened]:
    """The cases of the demo that were not erased."""
    from pentameter.victims.keys import safes_of
    from pentameter.victims.models import Case

    rows = list(Case.objects.exclude(identity=None).values_list("id", "identity"))
    safes = safes_of([case for case, _ in rows])
    return [(case, safes[case], safes[case].unseal(sealed, bound_to=f"identity:{case}")) for case, sealed in rows]


def copied_cases(originals: list[Opened], copies: int) -> Iterator[Opened]:
    """The same of every copy."""
    for copy in range(1, copies + 1):
        for case, safe, identity in originals:
            yield copied(case, copy), safe, identity


def seal_cases(cases: Iterable[Opened]) -> None:
    """Seal the key of each case, and who she is, for this case alone."""
    from django.db import connection, transaction

    from pentameter.victims.keys import wrap

    keys, people = [], []
    for case, safe, identity in cases:
        name = case.hex if connection.vendor == "sqlite" else case
        keys.append((wrap(case, safe), name))
        people.append((safe.seal(identity, bound_to=f"identity:{case}"), name))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany("UPDATE victims_casekey SET wrapped = %s WHERE case_id = %s", keys)
        cursor.executemany("UPDATE victims_case SET identity = %s WHERE id = %s", people)


def of_demo(
    table: str, copies: int, identifiers: tuple[str, ...], other: dict[str, str] | None = None, *, last: int = 0
) -> None:
    """Copy a table's rows so often, with new identifiers; a number of the database's own is given anew.

    With `last`, only the last so many of the copies are made.
    """
    from django.apps import apps
    from django.db import connection

    model = next(one for one in apps.get_models() if one._meta.db_table == table)
    fields = [one for one in model._meta.concrete_fields if one.get_internal_type() != "BigAutoField"]
    quoted = {str(field.column): connection.ops.quote_name(str(field.column)) for field in fields}
    given = dict.fromkeys(identifiers) | (other or {})
    values = [given.get(name) or new(name) if name in given else column for name, column in quoted.items()]
    old = ", ".join(quoted.values())
    which, numbers = (THE_LAST, (copies, last, copies)) if last else (COPIES, (copies,))
    copied_rows = f"SELECT {', '.join(values)} FROM {table} CROSS JOIN copies"
    run(f"INSERT INTO {table} ({old}) {which} {copied_rows}", *numbers)


def copied(identifier: UUID, copy: int) -> UUID:
    """The identifier of a copy: identifiers of one copy stand in the order of those that they are copied from."""
    return UUID(int=(identifier.int + (copy << 96)) % (1 << 128))


def new(column: str) -> str:
    """The same, as the database makes it."""
    from django.db import connection

    if connection.vendor == "sqlite":
        return f"copied({column}, copy)"
    first = f"(('x' || substr({column}::text, 1, 8))::bit(32)::bigint + copy)"
    return f"(lpad(to_hex({first}), 8, '0') || substr({column}::text, 9))::uuid"


def free_of_checks() -> None:
    """What is copied is whole if its original is: foreign keys are not looked up millions of times."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
        else:
            cursor.execute("PRAGMA foreign_keys = OFF")
            connection.connection.create_function("copied", 2, lambda old, copy: copied(UUID(old), copy).hex)


def settle() -> None:
    """What services and the database itself do after a while, done at once."""
    from django.db import connection

    from pentameter.intelligence.services.counting import recount
    from pentameter.kernel.actor import SYSTEM
    from pentameter.victims.api import recount_people

    run("UPDATE intelligence_datakey SET arrived = 1000000000 WHERE arrived > %s", 0)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    begin = time.perf_counter()
    found = recount(by=SYSTEM)
    say(f"{found.wrong:,} kept counts made by a recount in {time.perf_counter() - begin:.1f} s")
    recount_people(by=SYSTEM)
    say("people are counted")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
        cursor.execute("SET session_replication_role = DEFAULT" if connection.vendor == "postgresql" else "SELECT 1")


def run(statement: str, *values: int) -> None:
    """Run a statement in a transaction of its own."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def rows(statement: str) -> list[tuple[Any, ...]]:
    """What a question is answered."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def count(table: str) -> int:
    """How many rows there are."""
    return int(rows(f"SELECT COUNT(*) FROM {table}")[0][0])


_BEGAN = time.perf_counter()


def say(what: str) -> None:
    """How far the filling is, for whoever waits for it."""
    sys.stderr.write(f"{time.perf_counter() - _BEGAN:6.0f} s: {what}\n")
