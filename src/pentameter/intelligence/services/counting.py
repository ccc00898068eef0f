"""Keeping counts of reports: added to with every report that is accepted, and counted anew if they are ever wrong.

Rows are kept by agency, and whoever accepts an agency's reports holds its key until their transaction ends. So nobody
waits for another agency's rows, no two writers meet in one, and a count stands or falls with the reports it counts.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.db import connections, transaction
from django.db.models import Q

from pentameter.audit.api import Event, record
from pentameter.intelligence import bulk
from pentameter.intelligence.keys import hold
from pentameter.intelligence.models import CountByWay, KeptCount, Recipient, Report
from pentameter.intelligence.queries.kept import TABLES, counted_anew, miscounted, ways
from pentameter.intelligence.queries.ways import nationalities_where
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import ALLOWED, refused, require

Nations = Mapping[Any, Collection[str]]
"""The nationalities of the victims of reports, by report."""
Counted = Counter[tuple[Any, ...]]
"""How many reports are alike, by the columns of a kept table and the recipient."""
AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class CountedAnew:
    """The agencies whose counts were counted anew, and how many rows of theirs were wrong."""

    agencies: tuple[str, ...]
    wrong: int


def count_in(reports: Sequence[bulk.Row], recipients: Iterable[bulk.Row], nations: Nations) -> None:
    """Count these reports of one agency, whose key the caller holds, whom they name, and whence their victims are."""
    every: tuple[type[KeptCount], ...] = (*TABLES, CountByWay)
    for table in every:
        _add(table, _alike(table, reports, recipients, nations))


def _alike(
    table: type[KeptCount], reports: Iterable[bulk.Row], recipients: Iterable[bulk.Row], nations: Nations
) -> Counted:
    """How many of these reports are alike, as the table counts them: all, and for each whom they name."""
    named: dict[Any, list[str]] = {}
    for one in recipients:
        named.setdefault(one["report_id"], []).append(str(one["agency_id"]))
    columns, found = ways(table), Counted()
    for row in reports:
        route = " ".join(cast("Sequence[str]", row["route"]))
        way = {"route": route, "nationalities": "" if route else " ".join(nations.get(row["id"], ()))}
        alike = tuple(way[name] if name in way else row[name] for name in columns)
        for recipient in ("", *named.get(row["id"], ())):
            found[*alike, recipient] += 1
    return found


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
        statement = f"INSERT INTO {table._meta.db_table} ({columns}) {counted_anew(table, of_one=True)}"
        with connections[transaction.get_connection().alias].cursor() as cursor:
            cursor.execute(statement, [agency, agency])
    _recount_ways(agency)
    record(Event.COUNTED_ANEW, by=by, subject=("agency", agency), detail={"wrong": wrong})


def _recount_ways(agency: str) -> None:
    """An agency's ways: where a report says none, what it mentions is opened, some reports at a time."""
    CountByWay.objects.filter(agency_id=agency).delete()
    theirs = Report.objects.filter(agency_id=agency).order_by("arrival")
    columns = {*ways(CountByWay), "id", "arrival", "route"} - {"nationalities"}
    last, found = 0, Counted()
    while rows := list(theirs.filter(arrival__gt=last).values(*columns)[:AT_ONCE]):
        these = Q(report__agency_id=agency, report__arrival__gt=last, report__arrival__lte=rows[-1]["arrival"])
        last = rows[-1]["arrival"]
        recipients = Recipient.objects.filter(these).values("report_id", "agency_id")
        found.update(_alike(CountByWay, rows, recipients, nationalities_where(these & Q(report__route=[]))))
    _add(CountByWay, found)


def _add(table: type[KeptCount], found: Counted) -> None:
    """Add to the rows of a table; a row that is not there yet begins."""
    columns = (*ways(table), "recipient")
    connection = connections[transaction.get_connection().alias]
    fields = {field.attname: field for field in table._meta.concrete_fields}
    convert = [bulk.conversion(fields[name], connection) for name in columns]
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
