"""What the tests of intelligence stand on: agencies, a running wave, files made of rows."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import cast
from pentameter.accounts.models import Agency
from pentameter.intelligence.intake import columns
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.intelligence.models import (
    IntakeFile,
    Mention,
    OriginalText,
    QuarantinedRow,
    Recipient,
    Report,
    SourceIdentity,
)
from pentameter.intelligence.queries.intake import FileCard
from pentameter.intelligence.services import receive_file, take_in_file
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor, AgencySector, Jurisdiction
from pentameter.operations import api as operations

Cells = Mapping[str, str]

AGENCIES = {
    "durham": (AgencySector.POLICE, Jurisdiction.ENGLAND_WALES),
    "cleveland": (AgencySector.POLICE, Jurisdiction.ENGLAND_WALES),
    "north-yorkshire": (AgencySector.POLICE, Jurisdiction.ENGLAND_WALES),
    "kent": (AgencySector.POLICE, Jurisdiction.ENGLAND_WALES),
    "garda": (AgencySector.POLICE, Jurisdiction.IRELAND),
    "national-centre": (AgencySector.NATIONAL_CENTRE, Jurisdiction.UK_WIDE),
    "northern-support": (AgencySector.SUPPORT, Jurisdiction.ENGLAND_WALES),
}


def agencies() -> None:
    """The agencies that the tests' people belong to."""
    for slug, (sector, jurisdiction) in AGENCIES.items():
        Agency.objects.get_or_create(
            slug=slug,
            defaults={
                "name": slug.replace("-", " ").title(),
                "sector": sector.value,
                "jurisdiction": jurisdiction.value,
                "time_zone": "Europe/Dublin" if jurisdiction is Jurisdiction.IRELAND else "Europe/London",
            },
        )


def wave(*, begun_days_ago: int = 40) -> UUID:
    """A wave that runs, in which Durham and North Yorkshire take part."""
    agencies()
    starts_on = clock.today() - timedelta(days=begun_days_ago)
    if operations.operation("demo") is None:
        operations.create_operation(slug="demo", name="Demonstration", purpose="To test.", by=SYSTEM)
    plan = operations.WavePlan("First wave", starts_on, None)
    operations.create_wave(operation="demo", plan=plan, by=SYSTEM)
    made = operations.waves_of("demo")[-1].id
    for slug in ("durham", "north-yorkshire", "cleveland"):
        part = operations.Part(slug, operations.Involvement.FULL, "", starts_on)
        operations.set_participation(wave_id=made, part=part, by=SYSTEM)
    return made


def good(number: int = 1, **other: str) -> dict[str, str]:
    """The cells of a report that can be accepted."""
    return {
        "agency": "durham",
        "report_ref": f"DUR-{number:05d}",
        "reported_on": (clock.today() - timedelta(days=3)).isoformat(),
        "theme": "sexual_exploitation",
        "grade_scheme": "3x5x2",
        "source_grade": "2",
        "information_grade": "B",
        "handling_code": "P",
        "text": "A woman said that her wages were kept from her.",
        **other,
    }


def bad(number: int = 1, **other: str) -> dict[str, str]:
    """The cells of a report whose date does not exist."""
    return good(number, reported_on="2025-02-31", **other)


def full(number: int = 1, **other: str) -> dict[str, str]:
    """A report with everything in it that is sealed."""
    sealed = {
        "original_text": "Mira Testova of 12 Example Street said it.",
        "source_identity": "Her neighbour, Jo Example",
        "person1_name": "Mira Testova",
        "person1_role": "possible_victim",
        "person1_dob": "1989-02-28",
        "phone1": "07700 900417",
        "vehicle_registration": "NK07 ABC",
    }
    return good(number, **{**sealed, **other})


def a_return(week: date, looked: str = "nil", **other: str) -> dict[str, str]:
    """The cells of a weekly return."""
    return {"agency": "durham", "week_starting": week.isoformat(), "looked": looked, **other}


def csv_of(rows: Iterable[Cells], kind: FileKind = FileKind.REPORTS) -> bytes:
    """A file in the CSV template with these rows."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns.names(kind), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def received(content: bytes, wave_id: UUID, *, by: Actor | None = None, name: str = "week.csv") -> UUID:
    """A file that was received and waits to be taken in."""
    sender = by or cast.durham_constable()
    return receive_file(name=name, chunks=[content], wave_id=wave_id, way="page", by=sender).file_id


def sent(content: bytes, wave_id: UUID, *, by: Actor | None = None, name: str = "week.csv") -> FileCard:
    """A file that was received and taken in."""
    sender = by or cast.durham_constable()
    return take_in_file(file_id=received(content, wave_id, by=sender, name=name), by=sender)


def counts(card: FileCard) -> tuple[int, int, int, int]:
    """Rows, accepted, quarantined, duplicate."""
    return card.rows, card.accepted, card.quarantined, card.duplicate


def everything() -> dict[str, int]:
    """How many rows every table of intelligence has."""
    models: tuple[Any, ...] = (Report, Mention, OriginalText, SourceIdentity, Recipient, QuarantinedRow, IntakeFile)
    return {model.__name__: model.objects.count() for model in models}
