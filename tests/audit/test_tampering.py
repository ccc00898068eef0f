"""A thousand tamperings of the five kinds, each laid into the table itself: all are caught, and named rightly."""

import random
from pathlib import Path

import pytest
from django.db import connection, transaction

from pentameter.audit import queries
from pentameter.audit.chain import Row
from pentameter.audit.checkpoints import Book
from pentameter.audit.findings import Kind
from pentameter.audit.verify import Result, verify
from pentameter.audit.walk import End
from tests.audit.attacks import ATTACKS, Tampered
from tests.audit.records import fill, ledger_in

WAYS = [(kind, attack) for kind, attacks in ATTACKS for attack in attacks]
ROUNDS = {"sqlite": 1_000, "postgresql": 150}


@pytest.fixture
def true_record(tmp_path: Path, settings) -> tuple[list[Row], End, Book]:
    """200 rows with ten checkpoints among them, and some rows at the end that no checkpoint vouches for yet."""
    settings.AUDIT_LEDGER = ledger_in(tmp_path)
    fill(190, every=18)
    rows = list(queries.rows())
    assert len(rows) == 200
    return rows, queries.end(), settings.AUDIT_LEDGER.read()


@pytest.mark.django_db
def test_a_thousand_tamperings_are_caught_and_named(true_record: tuple[list[Row], End, Book]) -> None:
    rows, end, book = true_record
    assert _verified(book).whole
    _disarm()
    missed = []
    for number in range(ROUNDS[connection.vendor]):
        kind, attack = WAYS[number % len(WAYS)]
        tampered = attack(random.Random(number), rows, end, book.checkpoints[-1].seq)
        result = _after(tampered, book)
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


def _verified(book: Book) -> Result:
    return verify(queries.rows(), began=queries.end(), ended=queries.end, book=book)


def _after(tampered: Tampered, book: Book) -> Result:
    with transaction.atomic():
        _lay(tampered)
        found = _verified(book)
        transaction.set_rollback(True)
    return found


def _lay(tampered: Tampered) -> None:
    """Write a record past Pentameter, as somebody with the database in hand would."""
    insert = f"INSERT INTO audit_entry ({', '.join(Row._fields)}) VALUES ({', '.join(['%s'] * len(Row._fields))})"
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_entry")
        cursor.executemany(insert, [row._replace(at=_stored(row.at)) for row in tampered.rows])
        cursor.execute("UPDATE audit_head SET seq = %s, digest = %s", [tampered.end.seq, tampered.end.digest])


def _stored(at: str) -> str:
    return at if connection.vendor == "postgresql" else at.replace("T", " ").removesuffix("+00:00")


def _disarm() -> None:
    """Take away the triggers and the primary key, as somebody with the database in hand can."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE audit_copy AS SELECT * FROM audit_entry")
        cursor.execute("DROP TABLE audit_entry")
        cursor.execute("ALTER TABLE audit_copy RENAME TO audit_entry")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("purpose", b"\xff\xfe"),
        ("actor", b"blob"),
        ("at", "yesterday"),
        ("detail", 7),
        ("previous", None),
        ("seq", 5.5),
    ],
)
def test_what_is_no_text_or_number_is_named_and_stops_nothing(
    true_record: tuple[list[Row], End, Book], column: str, value: object
) -> None:
    """SQLite lets anyone write anything anywhere: a verification must not fall over it."""
    if connection.vendor != "sqlite":
        return
    _disarm()
    with connection.cursor() as cursor:
        cast = "CAST(%s AS TEXT)" if column == "purpose" else "%s"
        cursor.execute(f"UPDATE audit_entry SET {column} = {cast} WHERE seq = 5", [value])
    finding = _verified(true_record[2]).findings[0]
    expected = {"seq": Kind.INSERT}.get(column, Kind.EDIT)
    assert (finding.kind, finding.row) == (expected, 5)
