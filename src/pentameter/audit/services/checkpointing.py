"""Signing what the chain is now, in a place that the database cannot reach."""

from django.conf import settings
from django.db import transaction

from pentameter.audit import chain, queries
from pentameter.audit.checkpoints import NO_CHECKPOINT, Book, Checkpoint
from pentameter.audit.events import Event
from pentameter.audit.findings import Finding, Kind
from pentameter.audit.ledger import EVERY, Ledger
from pentameter.audit.services.adding import append
from pentameter.audit.tampering import name
from pentameter.audit.walk import Position, Walk
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor


class ChainBroken(Exception):  # noqa: N818 - what happened, as people say it
    """The rows since the last checkpoint do not hold, so nothing is signed. Verify the record."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.words)
        self.finding = finding


def ledger() -> Ledger:
    """Where this installation keeps its checkpoints."""
    found: Ledger = settings.AUDIT_LEDGER
    return found


def write_if_due() -> Checkpoint | None:
    """A checkpoint, if enough rows were added since the last."""
    with ledger().locked() as book:
        last = book.last.seq if book.last else 0
        return _write(book, by=SYSTEM) if queries.end().seq >= last + EVERY else None


def write_checkpoint(*, by: Actor) -> Checkpoint | None:
    """Sign the chain as it stands; None if nothing but the last checkpoint was recorded since.

    Raises:
        ChainBroken: if the rows since the last checkpoint do not hold. A signature must not cover tampering up.
    """
    with ledger().locked() as book:
        last = book.last.seq if book.last else 0
        return _write(book, by=by) if queries.end().seq > last + bool(last) else None


def _write(book: Book, *, by: Actor) -> Checkpoint:
    if book.problems:
        raise ChainBroken(Finding.of_checkpoints(book.problems[0]))
    here = _walked(book)
    new = Checkpoint(
        number=book.last.number + 1 if book.last else 1,
        seq=here.seq,
        digest=here.digest,
        content=here.content.hex(),
        bag=f"{here.bag:064x}",
        at=chain.moment(clock.now()),
        key=ledger().signer.key_id,
        previous=book.last.fingerprint() if book.last else NO_CHECKPOINT,
    ).signed(ledger().signer)
    ledger().append(new)
    with transaction.atomic():
        append(Event.CHECKPOINT_WRITTEN, by, ("checkpoint", new.number), "", {"row": new.seq})
    return new


def _walked(book: Book) -> Position:
    last = book.last
    after = Position(last.seq, last.digest, int(last.bag, 16)) if last else Position()
    walk = Walk.start(queries.end(), book.checkpoints, after)
    rest = queries.rows(after.seq)
    finding = name(walk, walk.go(rest), rest, queries.end)
    if finding:
        raise ChainBroken(finding)
    if walk.here.seq == after.seq:
        raise ChainBroken(Finding.at(Kind.TRUNCATE, after.seq + 1))
    return walk.here
