"""Many reports, made fast and straight into the tables, with every handling code, scheme, theme, area and sender.

A pure-Python recount over them is the slow twin of what the database counts.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import count, islice
from typing import Any
from uuid import UUID

from pentameter.accounts import api as accounts
from pentameter.intelligence import bulk
from pentameter.intelligence.models import IntakeFile, QuarantinedRow, Recipient, Report
from pentameter.intelligence.rules import Handling, may_be_told
from pentameter.intelligence.services.counting import count_in
from pentameter.intelligence.vocabulary import HANDLING_CODES, INFORMATION_CODES, SOURCE_CODES, Scheme, Theme
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.ids import new_id
from pentameter.look.charts.areas import tiles

SENDERS = ("durham", "cleveland", "kent", "garda", "btp", "northern-ireland", "strathclyde", "fife", "national-centre")
_BATCH = 5_000
_ARRIVALS = count(10**9)  # past all that the services number


def seeded_agencies() -> None:
    """All agencies of the roster."""
    accounts.seed_agencies(by=SYSTEM)


def report(wave_id: UUID, sender: str, reported_on: date, **other: Any) -> dict[str, Any]:
    """A row of the table of reports."""
    identifier = new_id()
    return {
        "id": identifier,
        "arrival": next(_ARRIVALS),
        "agency_id": sender,
        "wave_id": wave_id,
        "file_id": None,
        "row_number": 0,
        "own_reference": f"R-{identifier}",
        "content": identifier.hex,
        "reported_on": reported_on,
        "week": reported_on - timedelta(days=reported_on.weekday()),
        "event_from": None,
        "event_to": None,
        "area": "Durham",
        "place": "Example Street",
        "postcode": "",
        "theme": "sexual_exploitation",
        "acts": [],
        "means": [],
        "purposes": [],
        "indicators": [],
        "scheme": "3x5x2",
        "source_grade": "1",
        "information_grade": "A",
        "handling": "P",
        "conditions": "",
        "malicious": False,
        "text": "A woman said that her wages were kept from her.",
        "advertised": False,
        "price": None,
        "currency": "",
        "route": [],
        "accepted_at": clock.now(),
        "accepted_by": "test",
        **other,
    }


def any_report(rng: random.Random, wave_id: UUID, first: date, weeks: int, senders: Sequence[str]) -> dict[str, Any]:
    """A report with everything drawn at random."""
    scheme = rng.choice(list(Scheme))
    advertised = rng.random() < 0.2
    priced = rng.random() < (0.7 if advertised else 0.02)
    return report(
        wave_id,
        rng.choice(senders),
        first + timedelta(days=rng.randrange(7 * weeks)),
        area=rng.choice(_areas()),
        theme=rng.choice(list(Theme)).value,
        scheme=scheme.value,
        source_grade=rng.choice(list(SOURCE_CODES[scheme])),
        information_grade=rng.choice(list(INFORMATION_CODES[scheme])),
        handling=rng.choice(list(HANDLING_CODES[scheme])),
        advertised=advertised,
        price=Decimal(rng.choice([30, 40, 50, 60, 80, 100, 150])) if priced else None,
        currency=rng.choice(["GBP", "GBP", "EUR"]) if priced else "",
    )


def fill(
    wave_id: UUID,
    count: int,
    *,
    first: date,
    weeks: int = 6,
    seed: int = 2007,
    senders: Sequence[str] = SENDERS,
    named: Sequence[str] = SENDERS,
) -> None:
    """Add `count` reports to a wave; where the code asks for named recipients, some are named."""
    rng = random.Random(seed)
    rows = (any_report(rng, wave_id, first, weeks, senders) for _ in range(count))
    while batch := list(islice(rows, _BATCH)):
        recipients = [
            {"report_id": row["id"], "agency_id": slug}
            for row in batch
            if row["handling"] in ("C", "3", "5")
            for slug in rng.sample(list(named), min(2, len(named)))
        ]
        insert(batch, recipients)


def insert(reports: Sequence[bulk.Row], recipients: Sequence[bulk.Row] = ()) -> None:
    """Put reports and whom they name into the tables, and count them."""
    bulk.insert(Report, reports)
    bulk.insert(Recipient, recipients)
    count_in(reports, recipients, {})


def waiting_row(wave_id: UUID, sender: str, *, state: str = "waiting") -> None:
    """A row in quarantine, in a file of its own."""
    identifier = new_id()
    file = IntakeFile.objects.create(
        agency_id=sender,
        wave_id=wave_id,
        name="week.csv",
        digest=identifier.hex,
        size=1,
        way="page",
        state="done",
        rows_read=1,
        quarantined=1,
        received_at=clock.now(),
        received_by="test",
    )
    QuarantinedRow.objects.create(file=file, row_number=1, state=state, field="theme", code="unknown", sealed=b"")


def readable_by(actor: Actor) -> list[Report]:
    """The reports that the actor may read, decided one by one."""
    senders = accounts.agencies()
    found = []
    for one in Report.objects.prefetch_related("recipients"):
        named = frozenset(recipient.agency_id for recipient in one.recipients.all())
        sender = senders[one.agency_id]
        handling = Handling(sender.slug, sender.jurisdiction, one.scheme, one.handling, named)
        if may_be_told(handling, actor).allowed:
            found.append(one)
    return found


def _areas() -> list[str]:
    """The first areas of the map, and none."""
    return [tile.area for tile in tiles()[:12]] + ["Durham", "Cleveland", "Garda Eastern", ""]
