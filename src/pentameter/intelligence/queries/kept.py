"""The counts of reports that are kept: what each table counts by, and how it would be counted anew.

A question is answered by the first table that knows all that it asks by; what no table knows is counted from reports.
"""

from collections.abc import Collection
from functools import cache

from django.db import connection

from pentameter.intelligence.models import CountByGrade, CountByWay, CountByWeek, KeptCount, Recipient, Report

TABLES: tuple[type[KeptCount], ...] = (CountByWeek, CountByGrade)


def table_for(asked: Collection[str]) -> type[KeptCount] | None:
    """The kept table that can be narrowed and grouped by all of these columns; None where none can."""
    return next((table for table in TABLES if set(asked) <= set(ways(table))), None)


@cache
def ways(table: type[KeptCount]) -> tuple[str, ...]:
    """The columns of reports by which a table counts."""
    named = (field.attname for field in table._meta.concrete_fields)
    return tuple(name for name in named if name not in ("id", "recipient", "counted"))


def counted_anew(table: type[KeptCount], *, of_one: bool) -> str:
    """The SELECT that counts the reports as the table does; with `of_one`, those of the agency it is given, twice."""
    names = ways(table)
    reports, recipients = Report._meta.db_table, Recipient._meta.db_table
    columns = ", ".join(names)
    theirs = ", ".join(f"report.{name}" for name in names)
    where = "WHERE report.agency_id = %s" if of_one else ""
    return f"""
        SELECT {columns}, recipient, COUNT(*) AS counted FROM (
            SELECT {theirs}, '' AS recipient FROM {reports} report {where}
            UNION ALL
            SELECT {theirs}, named.agency_id FROM {recipients} named
            JOIN {reports} report ON report.id = named.report_id {where}
        ) AS every GROUP BY {columns}, recipient
    """  # noqa: S608 - names of ours


def miscounted() -> dict[str, int]:
    """For each agency whose counts are not those of a recount, how many differ. One SQL query a table.

    What is sealed is not opened: of the ways only those sums are compared that the weeks give too.
    """
    found: dict[str, int] = {}
    sums = _difference(_sums(CountByWeek), _sums(CountByWay))
    for statement in (*map(_differences, TABLES), sums):
        with connection.cursor() as cursor:
            cursor.execute(statement)
            for agency, count in cursor.fetchall():
                found[agency] = found.get(agency, 0) + count
    return found


def _differences(table: type[KeptCount]) -> str:
    """The SELECT of rows that are kept and not found anew, or found anew and not kept, by agency."""
    kept = f"SELECT {', '.join(ways(table))}, recipient, counted FROM {table._meta.db_table}"  # noqa: S608
    return _difference(counted_anew(table, of_one=False), kept)


def _sums(table: type[KeptCount]) -> str:
    """The SELECT of a table's sums by what all tables count by."""
    alike = ", ".join(("wave_id", "agency_id", "scheme", "handling", "recipient", "theme", "area"))
    return f"SELECT {alike}, SUM(counted) FROM {table._meta.db_table} GROUP BY {alike}"  # noqa: S608 - names of ours


def _difference(one: str, other: str) -> str:
    return f"""
        SELECT agency_id, COUNT(*) FROM (
            SELECT * FROM ({one} EXCEPT {other}) AS missing UNION ALL SELECT * FROM ({other} EXCEPT {one}) AS too_many
        ) AS wrong GROUP BY agency_id
    """  # noqa: S608 - names of ours
