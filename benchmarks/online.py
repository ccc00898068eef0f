"""One new person against a million who are placed: how long it takes, and how many of the true pairs are compared.

The labelled set is read where it lies and is never copied: `labelled` is its path. It fills the tables as often as is
needed, with each copy's telephones, documents and dates changed alike for all mentions of a person, so that a copy has
its own people, and names are as many times as frequent. Some people of the first copy are kept back and come in as new.
"""

import json
import os
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import duckdb

if TYPE_CHECKING:
    from pentameter.intelligence.api import OpenMention

NEW, ASKED, BATCH, SEED = 500, 2_000, 10_000, 2007
COLUMNS = "unique_id, entity_id, given_name, surname, sex, dob, nationality, phone, doc_no, city, postcode"
SENDER = "durham"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A mention of the labelled set, and who it truly is."""

    entity: str
    values: dict[str, str]
    phone: str
    place: str
    postcode: str


def main(labelled: str, mentions: int = 1_000_000) -> dict[str, float]:
    folder = Path(os.environ["BENCH_FOLDER"])
    from benchmarks.place import enter

    wave_id = enter(folder)
    people = read(labelled)
    random.Random(SEED).shuffle(people)
    new, first = people[:NEW], people[NEW:]
    before = time.perf_counter()
    truth = fill(islice(copies(first, people), mentions), len(first), wave_id)
    filled = time.perf_counter() - before
    recall = candidate_recall(truth)
    times = match_new(new, wave_id)
    return {
        "p50": percentile([one.wall for one in times], 50),
        "p95": percentile([one.wall for one in times], 95),
        "cpu_p95": percentile([one.cpu for one in times], 95),
        "recall": recall,
        "filled_seconds": filled,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def read(labelled: str) -> list[Labelled]:
    """The whole set."""
    rows = duckdb.connect().execute(f"SELECT {COLUMNS} FROM read_parquet(?) ORDER BY 1", [labelled]).fetchall()
    return [_labelled([str(cell) if cell is not None else "" for cell in row]) for row in rows]


def _labelled(row: Sequence[str]) -> Labelled:
    _, entity, given, surname, sex, born, nationality, phone, document, city, postcode = row
    values = {"name": f"{given} {surname}".strip(), "role": "suspect", "sex": _sex(sex), "dob": born}
    values |= {"nationality": nationality, "document": document}
    return Labelled(entity, {name: value for name, value in values.items() if value}, phone, city, postcode)


def _sex(said: str) -> str:
    return {"f": "female", "m": "male"}.get(said[:1].lower(), "")


def copies(first: Sequence[Labelled], people: Sequence[Labelled]) -> Iterator[Labelled]:
    """The first copy as it is, then changed copies without end."""
    yield from first
    for number in range(1, sys.maxsize):
        digits = str.maketrans("0123456789", "".join(random.Random(number).sample("0123456789", 10)))
        for one in people:
            yield _changed(one, number, digits)


def _changed(one: Labelled, number: int, digits: dict[int, int]) -> Labelled:
    values = dict(one.values)
    if "document" in values:
        values["document"] = values["document"].translate(digits)
    if born := values.get("dob", ""):
        values["dob"] = _later(born, number)
    prefix, rest = one.phone[:4], one.phone[4:]
    return Labelled(f"{one.entity}/{number}", values, prefix + rest.translate(digits), one.place, one.postcode)


def _later(born: str, number: int) -> str:
    """Another birthday in a year near by; the first of January, which stands for a year alone, stays one."""
    try:
        day = date.fromisoformat(born)
    except ValueError:  # no day of the calendar, as some reports have them
        return born
    if (day.month, day.day) == (1, 1):
        return day.replace(year=day.year - number % 5).isoformat()
    return (day - timedelta(days=37 * number)).isoformat()


def fill(people: Iterable[Labelled], labelled: int, wave_id: UUID) -> dict[UUID, str]:
    """Report, mention, placing and blocks of each, straight into the tables; who the first ones truly are."""
    from django.db import transaction

    from pentameter.entities.models import Followed

    truth: dict[UUID, str] = {}
    waiting = iter(people)
    while some := list(islice(waiting, BATCH)):
        with transaction.atomic():
            for mention, one in zip(place(some, wave_id), some, strict=True):
                if len(truth) < labelled:
                    truth[mention] = one.entity
    with transaction.atomic():
        from pentameter.intelligence import api as intelligence

        Followed.objects.create(agency_id=SENDER, arrival=intelligence.arrived()[SENDER])
    _analysed()
    return truth


def _analysed() -> None:
    """What a database that runs for some days knows of its tables."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def place(people: Sequence[Labelled], wave_id: UUID) -> list[UUID]:
    """Some people as placing leaves them, with nobody decided."""
    from pentameter.entities.facts import people as facts_of
    from pentameter.entities.linkage.api import block_keys, model, prepare
    from pentameter.entities.models import Block, Placing
    from pentameter.entities.prepared import Kept, sealed, value_of
    from pentameter.intelligence import bulk

    opened = send(people, wave_id)
    version = model().version
    prepared = {mention: prepare(facts) for mention, facts in facts_of(opened).items()}
    persons = [one for one in opened if one.id in prepared]
    bulk.insert(
        Placing,
        [
            {
                "mention_id": one.id,
                "report_id": one.report,
                "agency_id": one.agency,
                "kind": one.kind,
                "thing": one.id,
                "island": one.id,
                "sealed": sealed(one.id, Kept("suspect", prepared[one.id])),
                "prepared_by": version,
            }
            for one in persons
        ],
    )
    keys = ((mention, {value_of(key) for key in block_keys(one)}) for mention, one in prepared.items())
    bulk.insert(Block, [{"mention_id": mention, "value": value} for mention, values in keys for value in values])
    return [one.id for one in persons]


def send(people: Sequence[Labelled], wave_id: UUID) -> "list[OpenMention]":
    """Each in a report of their own with their telephone, as intelligence keeps them; opened, as linking has them."""
    from pentameter.intelligence import bulk
    from pentameter.intelligence.api import OpenMention
    from pentameter.intelligence.keys import identifier_index, keys_of
    from pentameter.intelligence.models import Mention, Report
    from pentameter.intelligence.services.steps import numbered
    from pentameter.kernel import clock
    from pentameter.kernel.ids import beside, new_id

    keys, today, opened, reports = keys_of(SENDER), clock.today(), [], []
    for one in people:
        report = new_id()
        reports.append(report_row(report, one, wave_id))
        number = {"number": one.phone}
        for position, (kind, values) in enumerate((("person", one.values), ("phone", number))[: 1 + bool(one.phone)]):
            found = identifier_index(kind, values.get("document", values.get("number", "")))
            identifier = beside(report, position + 1)
            opened.append(
                OpenMention(
                    identifier, report, SENDER, kind, position, today, values, found, "", one.place, one.postcode
                )
            )
    bulk.insert(Report, numbered(reports))
    bulk.insert(
        Mention,
        [
            {
                "id": one.id,
                "report_id": one.report,
                "position": one.position,
                "kind": one.kind,
                "sealed": keys.seal(dict(one.values), bound_to=f"mention:{one.id}"),
                "identifier_index": one.identifier_index,
            }
            for one in opened
        ],
    )
    return opened


def report_row(report: UUID, one: Labelled, wave_id: UUID) -> dict[str, object]:
    """A report that says where, and no more."""
    from pentameter.intelligence.models import Report
    from pentameter.kernel import clock

    today = clock.today()
    row = {field.attname: field.get_default() for field in Report._meta.concrete_fields}
    return row | {
        "id": report,
        "agency_id": SENDER,
        "wave_id": wave_id,
        "own_reference": str(report),
        "content": report.hex,
        "reported_on": today,
        "week": today - timedelta(days=today.weekday()),
        "place": one.place,
        "postcode": one.postcode,
        "theme": "unknown",
        "scheme": "3x5x2",
        "source_grade": "2",
        "information_grade": "B",
        "handling": "P",
        "text": "Somebody was mentioned.",
        "accepted_at": clock.now(),
        "accepted_by": "bench",
    }


def candidate_recall(truth: dict[UUID, str]) -> float:
    """Of the true pairs of some people of the labelled set, how many are compared."""
    from pentameter.entities.linkage.api import block_keys
    from pentameter.entities.prepared import value_of
    from pentameter.entities.queries.placed import placed
    from pentameter.entities.services.matching import candidates_of

    same: dict[str, set[UUID]] = defaultdict(set)
    for mention, entity in truth.items():
        same[entity].add(mention)
    several = sorted(mention for mention, entity in truth.items() if len(same[entity]) > 1)
    found = wanted = 0
    for mention in random.Random(SEED).sample(several, min(ASKED, len(several))):
        one = placed([mention])[mention]
        keys = {mention: [value_of(key) for key in block_keys(one.prepared)]}
        others = same[truth[mention]] - {mention}
        found += len(others & set(candidates_of(keys)[mention]))
        wanted += len(others)
    return found / wanted


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of one new person."""

    wall: float
    cpu: float


def match_new(new: Sequence[Labelled], wave_id: UUID) -> list[Took]:
    """Each comes in alone and is placed: opened, prepared, found, compared, decided, proposed, recorded, committed."""
    from django.db import transaction

    from pentameter.entities.services.following import place_next
    from pentameter.kernel.actor import SYSTEM

    times = []
    for one in new:
        with transaction.atomic():
            send([one], wave_id)
        wall, cpu = time.perf_counter(), time.process_time()
        if place_next(by=SYSTEM) is None:
            raise SystemExit("nothing was placed")
        times.append(Took((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000))
    return times


def percentile(values: Iterable[float], share: int) -> float:
    """The value that `share` of a hundred do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(**json.loads(sys.argv[1]))) + "\n")
