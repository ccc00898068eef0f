"""What is done in a process of its own at the place: one order a line, each in a child that can be killed.

Django is set up once, before any child is made and without a connection, so that a child begins at once.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable
from typing import Any

import django

EARLIER = {
    "accounts": "0001",
    "editing": "0001",
    "releases": "0001",
    "justice": "0002",
    "intelligence": "0004",
    "victims": "0001",
}
"""An earlier state, which the changes lead back to: numbers of arrival, kept counts, restorations and more are not there."""
_DERIVED = ("django_migrations", "django_content_type", "auth_permission", "sqlite_sequence", "intelligence_words")
"""Tables that say what is there, or that are filled by the changes themselves."""
Told = Callable[[str], None]


class Listened:
    """What `migrate` says, heard as it is said."""

    def __init__(self, tell: Told) -> None:
        self._tell = tell

    def write(self, said: str, *_: object) -> None:
        """Tell which change begins."""
        if "Applying" in said:
            self._tell(said.split("Applying", 1)[1].strip(" ."))

    def flush(self) -> None:
        """Nothing is held back."""

    def isatty(self) -> bool:
        """No terminal."""
        return False


def populate(tell: Told, reports: int, cases: int) -> object:
    """Reports with what they mention, and people who were rescued."""
    from intelligence import ground
    from victims.ground import many

    wave = ground.wave()
    for start in range(0, reports, 500):
        rows = [ground.full(number) for number in range(start, min(start + 500, reports))]
        ground.sent(ground.csv_of(rows), wave, name=f"{start}.csv")
        tell(f"{start + len(rows)} reports")
    many(cases)
    return None


def back(tell: Told) -> object:
    """To the earlier state."""
    from django.core.management import call_command

    for app, number in EARLIER.items():
        call_command("migrate", app, number, database="default", interactive=False, verbosity=0)
    return None


def forward(tell: Told) -> object:
    """To this version's state: what `pentameter init` does."""
    from django.core.management import call_command

    call_command("migrate", database="default", interactive=False, verbosity=1, stdout=Listened(tell))
    return None


def contents(tell: Told, columns: dict[str, list[str]] | None = None) -> object:
    """Of every table its columns, how many rows it has, and a digest of them; of the columns that are named alone."""
    from django.db import connection

    found = {}
    with connection.cursor() as cursor:
        for table in columns or sorted(connection.introspection.table_names(cursor)):
            if table.startswith(_DERIVED):
                continue
            described = connection.introspection.get_table_description(cursor, table)
            names = (columns or {}).get(table) or [one.name for one in described]
            quoted = ", ".join(connection.ops.quote_name(name) for name in names)
            cursor.execute(f"SELECT {quoted} FROM {connection.ops.quote_name(table)}")  # noqa: S608 - names of ours
            each, rows = 0, 0
            while some := cursor.fetchmany(2_000):
                rows += len(some)
                for row in some:
                    plain = [bytes(one) if isinstance(one, memoryview) else one for one in row]
                    each ^= int.from_bytes(hashlib.sha256(repr(plain).encode()).digest())
            found[table] = {"columns": names, "rows": rows, "digest": f"{each:064x}"}
    return found


def sound(tell: Told) -> object:
    """Whether nothing waits, the record is whole, and the counts that the changes made are those of a recount."""
    from pentameter.audit.api import verify
    from pentameter.config.readiness import waiting
    from pentameter.intelligence.models import CountByWeek, Report
    from pentameter.kernel.actor import SYSTEM

    first = CountByWeek.objects.filter(recipient="")
    return {
        "waiting": len(waiting("default")),
        "whole": verify(by=SYSTEM).whole,
        "counted": sum(first.values_list("counted", flat=True)) == Report.objects.count(),
    }


_ORDERS: dict[str, Callable[..., object]] = {
    "populate": populate,
    "back": back,
    "forward": forward,
    "contents": contents,
    "sound": sound,
}


def main() -> None:
    """Orders from standard input, one a line, until there are no more."""
    django.setup()
    for line in sys.stdin:
        order: dict[str, Any] = json.loads(line)
        child = os.fork()
        if child == 0:
            _do(order)
        _say({"child": child})
        _, status = os.waitpid(child, 0)
        _say({"ended": os.waitstatus_to_exitcode(status)})


def _do(order: dict[str, Any]) -> None:
    """Do it, say what came of it, and be gone."""
    code = 1
    try:
        answer = _ORDERS[order.pop("do")](lambda what: _say({"told": what}), **order)
        _say({"answer": answer})
        code = 0
    except Exception as error:
        _say({"failed": f"{type(error).__name__}: {error}"[:300]})
    finally:
        os._exit(code)


def _say(what: object) -> None:
    os.write(sys.stdout.fileno(), json.dumps(what).encode() + b"\n")


if __name__ == "__main__":
    main()
