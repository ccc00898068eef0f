"""An import in a process of its own, to be killed: `python -m intelligence.killing prepare|take|tell`.

`take` begins an import in a new process whenever it is told to by a line, and says when it began and how it ended:
the modules are loaded once, and it is the import that is killed.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import django


def main(act: str, *arguments: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "pentameter.config.settings.testing"
    django.setup()
    {"prepare": prepare, "take": take, "tell": tell}[act](*arguments)


def prepare(rows: str) -> None:
    """Make the tables, and receive a file of reports of which every seventh is wrong and some come twice."""
    from django.core.management import call_command

    from intelligence import ground
    from pentameter.intelligence.keys import keys_of

    call_command("migrate", verbosity=0, interactive=False)
    wave_id = ground.wave()
    made = [(ground.bad if n % 7 == 0 else ground.full)(n if n % 11 else n - 1) for n in range(1, int(rows) + 1)]
    keys_of("durham")  # an agency's key is random: all copies have the same
    say(str(ground.received(ground.csv_of(made), wave_id)))


def take(file_id: str) -> None:
    """Take the file in, to its end unless killed, as often as told."""
    from pentameter.intelligence.services import take_in_for_sender

    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            take_in_for_sender(file_id=UUID(file_id))
            os._exit(0)
        say(str(child))
        _, status = os.waitpid(child, 0)
        say("killed" if os.WIFSIGNALED(status) else "ended" if status == 0 else "failed")


def tell() -> None:
    """What the tables hold now, as far as two imports of one file must agree on it."""
    from pentameter.intelligence import models

    plain = {name: table(getattr(models, name), *columns) for name, columns in PLAIN.items()}
    say(json.dumps({**plain, "sealed": list(map(str, sealed())), "chain": chain_is_whole()}))


PLAIN = {
    "Report": ("id", "arrival", "own_reference", "content", "row_number", "wave_id", "text", "accepted_by"),
    "Mention": ("id", "report_id", "position", "kind", "identifier_index"),
    "QuarantinedRow": ("id", "row_number", "state", "field", "code", "raw_index"),
    "CountByWeek": ("wave_id", "agency_id", "handling", "recipient", "theme", "area", "week", "counted"),
    "CountByGrade": ("wave_id", "agency_id", "handling", "recipient", "theme", "source_grade", "advertised", "counted"),
    "CountByWay": ("wave_id", "agency_id", "handling", "recipient", "theme", "route", "nationalities", "counted"),
    "IntakeFile": ("id", "state", "rows_read", "accepted", "quarantined", "duplicate", "rows_expected"),
}


def table(model: Any, *columns: str) -> tuple[int, str]:
    """How many rows there are, and a digest of what they say."""
    rows = sorted(map(str, model.objects.values_list(*columns)))
    return len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest()


def sealed() -> Iterable[object]:
    """What lies under seals, opened, as a digest."""
    from pentameter.intelligence.keys import keys_of
    from pentameter.intelligence.models import Mention, OriginalText, QuarantinedRow, SourceIdentity

    keys = keys_of("durham")
    opened = [keys.unseal(row.sealed, bound_to=f"mention:{row.id}") for row in Mention.objects.order_by("id")]
    opened += [keys.unseal(row.sealed, bound_to=f"original:{row.pk}") for row in OriginalText.objects.order_by("pk")]
    opened += [keys.unseal(row.sealed, bound_to=f"source:{row.pk}") for row in SourceIdentity.objects.order_by("pk")]
    rows = QuarantinedRow.objects.order_by("id")
    opened += [keys.unseal(row.sealed, bound_to=f"quarantine:{row.id}") for row in rows]
    yield len(opened)
    yield hashlib.sha256(json.dumps(opened, sort_keys=True).encode()).hexdigest()


def chain_is_whole() -> bool:
    """Whether every row of the record follows from the one before."""
    from pentameter.audit.api import verify
    from pentameter.kernel.actor import SYSTEM

    return verify(by=SYSTEM).whole


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
