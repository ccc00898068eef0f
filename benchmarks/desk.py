"""Screening a removal list of invented people through the service: sealed lines and cases, their clocks, the tables."""

import csv
import io
import json
import os
import resource
import sys
import time
from datetime import timedelta
from pathlib import Path

from benchmarks.screening import share
from pentameter.config.demo import removal_lists
from pentameter.config.demo.mishaps import told
from pentameter.config.demo.people import Person


def main(seed: int, lines: int = 5_000, people: int = 20_000) -> dict[str, float]:
    folder = Path(os.environ["BENCH_FOLDER"])
    from benchmarks.place import enter

    enter(folder)
    from pentameter.decisions.models import ListLine, RemovalList
    from pentameter.decisions.services.lists import receive_list
    from pentameter.decisions.services.screening import check_list
    from pentameter.kernel.actor import SYSTEM, Actor, AgencySector, Role

    size = removal_lists.Size(people=people, protected=lines, others=lines)
    protected, listed = removal_lists.make(seed, size)
    keep(protected)
    sector = AgencySector.IMMIGRATION_ENFORCEMENT
    officer = Actor("bench", Role.REMOVALS_OFFICER, "immigration-enforcement", sector, second_factor=True)
    content = csv_of(listed)
    before, used = time.perf_counter(), time.process_time()
    list_id = receive_list(name="list.csv", content=content, way="page", by=officer)
    check_list(list_id=list_id, by=SYSTEM)
    seconds, cpu = time.perf_counter() - before, time.process_time() - used
    row = RemovalList.objects.get(pk=list_id)
    if row.stage != "done" or row.lines != len(listed):
        raise SystemExit(f"{row.lines:,} of {len(listed):,} lines were read; the list is {row.stage}")
    held = dict(ListLine.objects.filter(list=row).values_list("number", "held"))
    numbered = list(enumerate(listed, 1))
    return {
        "seconds": seconds,
        "cpu": cpu,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "recall": share(held[number] for number, line in numbered if line.person),
        "flagged": share(held[number] for number, line in numbered if not line.person),
    }


def keep(people: list[Person]) -> None:
    """The people as cases: sealed under keys of their own, found a few days ago. The services take them one by one."""
    from django.db import transaction

    from pentameter.kernel import clock
    from pentameter.kernel.ids import new_id, reference
    from pentameter.victims.keys import make_key
    from pentameter.victims.models import Case, CaseEvent
    from pentameter.victims.queries.opening import bound
    from pentameter.victims.rules.cases import Identity
    from pentameter.victims.rules.events import EventKind

    now = clock.now()
    found_on = clock.today() - timedelta(days=3)
    cases, events = [], []
    for _ in people:
        identifier = new_id()
        cases.append(
            Case(
                id=identifier,
                reference=reference("H", identifier),
                agency_id="durham",
                place="england_wales",
                zone="Europe/London",
                state="open",
                age="adult",
                rescued_on=found_on,
                opened_at=now,
                opened_by="bench",
            )
        )
        kind = EventKind.RECOGNISED.value
        events.append(CaseEvent(case_id=identifier, kind=kind, on=found_on, origin="rescue", known_at=now))
    with transaction.atomic():
        Case.objects.bulk_create(cases, batch_size=500)
        for case, person in zip(cases, people, strict=True):
            line = removal_lists.columns("", told(person, document=True))
            identity = Identity(
                given=line["given_name"],
                surname=line["surname"],
                born=line["dob"],
                sex=line["sex"],
                nationality=line["nationality"],
                documents=(line["doc_no"],) if line["doc_no"] else (),
            )
            case.identity = make_key(case.id).seal(identity.as_json(), bound_to=bound("identity", case.id))
        Case.objects.bulk_update(cases, ["identity"], batch_size=200)
        CaseEvent.objects.bulk_create(events, batch_size=500)


def csv_of(listed: list[removal_lists.Line]) -> bytes:
    """The list as a CSV file."""
    rows = [removal_lists.columns(line.id, line.told) for line in listed]
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(**json.loads(sys.argv[1]))) + "\n")
