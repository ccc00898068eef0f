"""Verifying the record, in one go or in steps that a page can show."""

from collections.abc import Callable, Iterator
from itertools import islice

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit import queries
from pentameter.audit.chain import Row
from pentameter.audit.events import Event
from pentameter.audit.services.checkpointing import ledger
from pentameter.audit.services.recording import record
from pentameter.audit.verify import Result, finish
from pentameter.audit.verify import verify as verify_rows
from pentameter.audit.walk import Position, Walk
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require

STEP = 100_000
"""How many rows a page verifies before it shows how far it is: about a second."""


def verify(*, by: Actor, progress: Callable[[int], None] = lambda row: None) -> Result:
    """Verify the whole record, and record that it was done and what came of it.

    Args:
        by: who wants to know.
        progress: is told the number of the row reached, now and then.
    """
    require(decide(by, Operation.VERIFY_AUDIT))
    book = ledger().read()
    began = queries.end()
    result = verify_rows(_telling(queries.rows(), progress), began=began, ended=queries.end, book=book)
    return _recorded(result, by=by)


def go_on(position: Position, *, by: Actor) -> Position | Result:
    """Verify some rows more. The place reached, or the result when there is no more to do."""
    require(decide(by, Operation.VERIFY_AUDIT))
    book, began = ledger().read(), queries.end()
    walk = Walk.start(began, book.checkpoints, position)
    rows = queries.rows(position.seq)
    bad = walk.go(islice(rows, STEP))
    if bad is None and walk.here.seq == position.seq + STEP and not walk.rewritten:
        return walk.here
    result = finish(walk, bad, rows, queries.end, book)
    if not result.whole and position.seq:  # the kind of tampering may show only against rows of earlier steps
        return verify(by=by)
    return _recorded(result, by=by)


def _recorded(result: Result, *, by: Actor) -> Result:
    detail: dict[str, object] = {"rows": result.rows, "checkpoints": result.checkpoints, "covered": result.covered}
    if result.findings:
        first = result.findings[0]
        detail |= {"kind": first.kind.value, "row": first.row}
    with transaction.atomic():
        record(Event.AUDIT_VERIFIED, by=by, detail=detail)
    return result


def _telling(rows: Iterator[Row], progress: Callable[[int], None]) -> Iterator[Row]:
    for count, row in enumerate(rows):
        if count % 10_000 == 0:
            progress(count)
        yield row
