"""Background entry points: one service call each."""

from datetime import timedelta
from uuid import UUID

from pentameter.intelligence.queries.arrivals import arrived
from pentameter.intelligence.queries.intake import unfinished
from pentameter.intelligence.services import take_in_for_sender
from pentameter.intelligence.services.counting import recount
from pentameter.intelligence.services.receive import Received, sweep
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.work.api import background, enqueue, on_start

_TAKE_IN = "take_in_file"
_RECOUNT = "recount"
_OLD = timedelta(days=1)


def begin_take_in(received: Received) -> None:
    """Have a received file taken in. A repeated file needs nothing: the first answers for it."""
    if received.repeats is None:
        enqueue(_TAKE_IN, str(received.file_id))


@background(_TAKE_IN)
def take_in(file_id: str) -> None:
    """Take in what is left of a file."""
    take_in_for_sender(file_id=UUID(file_id))


@on_start
def go_on() -> None:
    """Take in what a worker that ended left unfinished, and remove what uploads that broke off left behind."""
    for file_id in unfinished():
        enqueue(_TAKE_IN, str(file_id))
    sweep(older_than=clock.now() - _OLD)


@background(_RECOUNT)
def compare_counts(_: str) -> None:
    """Compare the kept counts of reports with a recount, and count anew what differs."""
    recount(by=SYSTEM)


@on_start
def have_counts_compared() -> None:
    """Have the kept counts compared, if there is anything to count: a version before may have kept others."""
    if arrived():
        enqueue(_RECOUNT, "reports")
