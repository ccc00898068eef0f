"""Lists, counts, search and exports: whoever may open a record finds it there, nobody else does, and it counts so.

That no canary stands in a list for whoever may not hear it is held by the walk. Here it is asked of each record by
itself, and the other way round: what is missing would be a lapse as well.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from django.db import transaction
from django.test import Client

from pentameter.intelligence.models import Report
from proofs.let_in import people, policy
from proofs.let_in.addresses import STAFF
from proofs.let_in.people import Reader
from proofs.let_in.policy import Record, Rule
from proofs.let_in.scene import Scene
from proofs.let_in.walk import Found

_MOST_PAGES = 50


@dataclass(frozen=True, slots=True)
class Kind:
    """What is listed: where, how its records are linked there, and which of their places is the id."""

    address: str
    query: str
    one: str
    named: str
    families: tuple[str, ...]
    place: str
    rule: Rule


CASES = Kind("cases/", "state=all&", "cases/", "case", ("case", "imported case"), "case_id", policy.sees_who_she_is)
REPORTS = Kind("reports/", "", "reports/", "report", ("report",), "report_id", STAFF["reports/<uuid:report_id>/"][1])
LISTED = (CASES, REPORTS)


def agree(scene: Scene, readers: Iterable[Reader], found: Found) -> None:
    """Each list, what is counted above it, the search, and the export of the list, by each reader who may open them."""
    for reader in readers:
        client, _ = people.asking(reader)
        people.fresh(reader, client)
        for kind in LISTED:
            if policy.lets_in(STAFF[kind.address][1], reader, Record("", "")):
                shown, total = _listed(client, kind)
                _compare(f"/{kind.address}", shown, kind, scene, reader, found)
                same = total == len(shown)
                found.note(
                    right=same,
                    kind="counted",
                    what=f"/{kind.address} by {reader.name}: it says {total} and shows {len(shown)}",
                )
        if policy.lets_in(STAFF["search/"][1], reader, Record("", "")):
            _compare("/search/", _searched(client, scene), REPORTS, scene, reader, found)
        if policy.lets_in(STAFF["reports/export/"][1], reader, Record("", "")):
            _compare("/reports/export/", _exported(client), REPORTS, scene, reader, found)


def _compare(where: str, shown: set[str], kind: Kind, scene: Scene, reader: Reader, found: Found) -> None:
    for record in _records(scene, kind):
        wanted = policy.lets_in(kind.rule, reader, record)
        there = record.places[kind.place] in shown
        verdict = "it is there" if there else "it is missing"
        found.note(
            right=wanted == there,
            kind="listed" if wanted else "not listed",
            what=f"{where} by {reader.name}, {record.family} {record.name}: {verdict}",
        )


def _records(scene: Scene, kind: Kind) -> Iterator[Record]:
    for family in kind.families:
        yield from (one for one in scene.of(family) if not one.never_was)


def _listed(client: Client, kind: Kind) -> tuple[set[str], int]:
    """The ids that the pages of a list link to, and how many the heading says there are."""
    shown: set[str] = set()
    total = 0
    for number in count(1):
        page = client.get(f"/{kind.address}?{kind.query}page={number}").content.decode()
        told = re.search(rf"([\d,]+) {kind.named}s?\b", page)
        total = int(told[1].replace(",", "")) if told else 0
        here = set(re.findall(rf'href="/{kind.one}([0-9a-f-]{{36}})/"', page))
        if here <= shown or number == _MOST_PAGES:
            return shown, total
        shown |= here
    return shown, total


def _searched(client: Client, scene: Scene) -> set[str]:
    """The ids of reports that a search for their own words finds."""
    found: set[str] = set()
    for record in _records(scene, REPORTS):
        text = Report.objects.values_list("text", flat=True).get(pk=record.places["report_id"])
        asked = {"words": " ".join(re.findall(r"[a-z]{4,}", text.lower())[:2]), "purpose": "an enquiry"}
        page = client.post("/search/", asked, follow=True).content.decode()
        found |= set(re.findall(r'href="/reports/([0-9a-f-]{36})/"', page))
    return found


def _exported(client: Client) -> set[str]:
    """The ids of reports that a copy of the list holds, by their agencies and their own references."""
    with transaction.atomic():
        answer = client.post("/reports/export/", {"purpose": "an enquiry"}, follow=True)
        written = answer.content.decode("utf-8-sig")
    lines = [set(row) for row in csv.reader(io.StringIO(written))]
    rows = Report.objects.values_list("pk", "agency_id", "own_reference")
    return {str(pk) for pk, *names in rows if any(line.issuperset(names) for line in lines)}
