"""A thousand tamperings of the five kinds, each laid into the table itself: all are caught, and named rightly."""

import random
from pathlib import Path

import pytest
from django.db import connection, transaction

from pentameter.audit import queries
from pentameter.audit.chain import Row
from pentameter.audit.checkpoints import Book
from pentameter.audit.events import Event
from pentameter.audit.findings import Kind
from pentameter.audit.ledger import Ledger
from pentameter.audit.services import record, write_checkpoint
from pentameter.audit.signing import Signer
from pentameter.audit.verify import Result, verify
from pentameter.audit.walk import End
from pentameter.kernel.actor import SYSTEM, Actor, Role
from tests.audit.attacks import ATTACKS, Tampered

OFFICER = Actor(id="0193-officer", role=Role.FORCE_OFFICER, agency="durham")
KINDS = [(kind, attack) for kind, ways in ATTACKS for attack in ways]
ROUNDS = {"sqlite": 1_000, "postgresql": 120}


@pytest.fixture
def ledger(tmp_path: Path, settings) -> Ledger:
    settings.AUDIT_LEDGER = Ledger(tmp_path / "checkpoints", Signer(bytes(range(32))))
    return settings.AUDIT_LEDGER


@pytest.fixture
def record_of_200(ledger: Ledger) -> tuple[list[Row], End, Book]:
    """200 rows, ten checkpoints among them, and eight rows that no checkpoint vouches for yet."""
    rng = random.Random(7)
    for number in range(190):
        if number % 19 == 18:
            write_checkpoint(by=SYSTEM)
        event = rng.choice([Event.REPORT_READ, Event.REPORTS_LISTED, Event.RETURN_FILED])
        detail = {"ids": [rng.randrange(10**9)]}
        record(event, by=OFFICER, subject=("report", rng.randrange(50)), purpose="to plan a visit", detail=detail)
    rows = list(queries.rows())
    assert len(rows) == 200
    return rows, queries.end(), ledger.read()


def lay(tampered: Tampered) -> None:
    """Write a record past Pentameter, as somebody with the database in hand would."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_entry")
        cursor.executemany(
            f"INSERT INTO audit_entry ({', '.join(Row._fields)}) VALUES ({', '.join(['%s'] * len(Row._fields))})",
            [row._replace(at=_stored(row.at)) for row in tampered.rows],
        )
        cursor.execute("UPDATE audit_head SET seq = %s, digest = %s", [tampered.end.seq, tampered.end.digest])


def _stored(at: str) -> str:
    return at if connection.vendor == "postgresql" else at.replace("T", " ").removesuffix("+00:00")


def disarm() -> None:
    """Take away the triggers and the key, as somebody with the database in hand can."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE audit_copy AS SELECT * FROM audit_entry")
        cursor.execute("DROP TABLE audit_entry")
        cursor.execute("ALTER TABLE audit_copy RENAME TO audit_entry")


def verified(book: Book) -> Result:
    return verify(queries.rows(), began=queries.end(), ended=queries.end, book=book)


def after(tampered: Tampered, book: Book) -> Result:
    with transaction.atomic():
        lay(tampered)
        found = verified(book)
        transaction.set_rollback(True)
    return found


@pytest.mark.django_db
def test_a_thousand_tamperings_are_caught_and_named(record_of_200: tuple[list[Row], End, Book]) -> None:
    rows, end, book = record_of_200
    assert verified(book).whole
    disarm()
    assert book.last is not None
    missed = []
    for number in range(ROUNDS[connection.vendor]):
        kind, attack = KINDS[number % len(KINDS)]
        tampered = attack(random.Random(number), rows, end, book.last.seq)
        result = after(tampered, book)
        if not _named(result, kind, tampered):
            missed.append((number, attack.__name__, tampered.first, result.findings))
    assert missed == []


def _named(result: Result, kind: Kind, tampered: Tampered) -> bool:
    if result.whole or result.findings[0].kind is not kind:
        return False
    finding = result.findings[0]
    if tampered.exact and finding.until is None:
        return finding.row == tampered.first
    return finding.row <= tampered.first <= (finding.until or finding.row)
