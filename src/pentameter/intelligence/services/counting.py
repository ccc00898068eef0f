"""Keeping counts of reports: added to with every report that is accepted, and counted anew if they are ever wrong.

Rows are kept by agency, and whoever accepts an agency's reports holds its key until their transaction ends. So nobody
waits for another agency's rows, no two writers meet in one, and a count stands or falls with the reports it counts.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connections, transaction

from pentameter.audit.api import Event, record
from pentameter.intelligence import bulk
from pentameter.intelligence.keys import hold
from pentameter.intelligence.models import KeptCount
from pentameter.intelligence.queries.kept import TABLES, counted_anew, miscounted, ways
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import ALLOWED, refused, require


@dataclass(frozen=True, slots=True)
class CountedAnew:
    """The agencies whose counts were counted anew, and how many rows of theirs were wrong."""

    agencies: tuple[str, ...]
    wrong: int


def count_in(reports: Sequence[bulk.Row], recipients: Iterable[bulk.Row]) -> None:
    """Count these reports of one agency, whose key the caller holds, and whom they name as recipients."""
    named: dict[Any, list[str]] = {}
    for one in recipients:
        named.setdefault(one["report_id"], []).append(str(one["agency_id"]))
    for table in TABLES:
        columns = ways(table)
        found: Counter[tuple[Any, ...]] = Counter()
        for row in reports:
            alike = tuple(row[name] for name in columns)
            found.update((*alike, recipient) for recipient in ("", *named.get(row["id"], ())))
        _add(table, (*columns, "recipient"), found)


def recount(*, by: Actor) -> CountedAnew:
    """Count anew what differs from a recount: agency by agency, so that the others go on sending meanwhile.

    Raises:
        Refused: unless it is Pentameter itself that acts.
    """
    require(ALLOWED if by.role is Role.SYSTEM else refused("Only Pentameter counts anew."))
    wrong = miscounted()
    for agency in sorted(wrong):
        _recount_one(agency, wrong[agency], by)
    return CountedAnew(tuple(sorted(wrong)), sum(wrong.values()))


@transaction.atomic
def _recount_one(agency: str, wrong: int, by: Actor) -> None:
    """One agency's counts, while nobody accepts reports of it."""
    hold(agency)
    for table in TABLES:
        table._default_manager.filter(agency_id=agency).delete()
        columns = ", ".join((*ways(table), "recipient", "counted"))
        statement = f"INSERT INTO {table._meta.db_table} ({columns}) {counted_anew(table, of_one=True)}"  # noqa: S608
        with connections[transaction.get_connection().alias].cursor() as cursor:
            cursor.execute(statement, [agency, agency])
    record(Event.COUNTED_ANEW, by=by, subject=("agency", agency), detail={"wrong": wrong})


def _add(table: type[KeptCount], columns: Sequence[str], found: Counter[tuple[Any, ...]]) -> None:
    """Add to the rows of a table; a row that is not there yet begins."""
    connection = connections[transaction.get_connection().alias]
    convert = [bulk.conversion(table._meta.get_field(name), connection) for name in columns]
    names, marks = ", ".join(columns), ", ".join(["%s"] * len(columns))
    statement = (
        f"INSERT INTO {table._meta.db_table} ({names}, counted) VALUES ({marks}, %s) "  # noqa: S608 - names of ours
        f"ON CONFLICT ({names}) DO UPDATE SET counted = {table._meta.db_table}.counted + excluded.counted"
    )
    rows = [
        (*(one if fit is None else fit(one) for fit, one in zip(convert, alike, strict=True)), count)
        for alike, count in found.items()
    ]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement, rows)
