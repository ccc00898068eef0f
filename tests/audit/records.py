"""Records to test with: rows made by the real service, and the same without a database."""

import random
from pathlib import Path

from pentameter.audit import chain
from pentameter.audit.chain import GENESIS, Row
from pentameter.audit.checkpoints import NO_CHECKPOINT, Book, Checkpoint
from pentameter.audit.events import Event
from pentameter.audit.ledger import Ledger
from pentameter.audit.services import record, write_checkpoint
from pentameter.audit.signing import Signer
from pentameter.audit.walk import End, Position, Walk
from pentameter.kernel.actor import SYSTEM, Actor, Role

OFFICER = Actor(id="0193-officer", role=Role.FORCE_OFFICER, agency="durham")
SIGNER = Signer(bytes(range(32)))


def ledger_in(folder: Path) -> Ledger:
    return Ledger(folder / "checkpoints", SIGNER)


def read_a_report(number: int = 1, purpose: str = "to plan a visit") -> int:
    return record(Event.REPORT_READ, by=OFFICER, subject=("report", number), purpose=purpose)


def fill(count: int, every: int, seed: int = 7) -> None:
    """Rows through the service, with a checkpoint after every so many."""
    rng = random.Random(seed)
    for number in range(1, count + 1):
        event = rng.choice([Event.REPORT_READ, Event.REPORTS_LISTED, Event.RETURN_FILED])
        detail = {"ids": [rng.randrange(10**9)]}
        record(event, by=OFFICER, subject=("report", rng.randrange(50)), purpose="to plan a visit", detail=detail)
        if number % every == 0:
            write_checkpoint(by=SYSTEM)


def rows_of(count: int) -> list[Row]:
    """A chain of rows, without a database."""
    made: list[Row] = []
    for number in range(1, count + 1):
        at = f"2007-10-03T09:{number // 60 % 60:02d}:{number % 60:02d}.{number:06d}+00:00"
        before = made[-1].digest if made else GENESIS
        row = Row(number, at, "report_read", "a", "force_officer", "durham", "report", str(number), "", "{}", before)
        made.append(row._replace(digest=chain.digest(row)))
    return made


def end_of(rows: list[Row]) -> End:
    return End(rows[-1].seq, rows[-1].digest) if rows else End(0, GENESIS)


def book_of(rows: list[Row], *places: int, signer: Signer = SIGNER) -> Book:
    """Signed checkpoints at some of the rows."""
    made: list[Checkpoint] = []
    for place in places:
        walk = Walk.start(end_of(rows), (), Position())
        walk.go(iter(rows[:place]))
        here = walk.here
        made.append(
            Checkpoint(
                number=len(made) + 1,
                seq=here.seq,
                digest=here.digest,
                content=here.content.hex(),
                bag=f"{here.bag:064x}",
                at=here.at,
                key=signer.key_id,
                previous=made[-1].fingerprint() if made else NO_CHECKPOINT,
            ).signed(signer)
        )
    return Book(tuple(made))
