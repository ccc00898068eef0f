"""Background entry points: one service call each."""

from uuid import UUID

from django.db import transaction

from pentameter.intelligence.queries.intake import unfinished
from pentameter.intelligence.services import take_in_for_sender
from pentameter.intelligence.services.receive import Received


def begin_take_in(received: Received) -> None:
    """Have a received file taken in once the caller's transaction holds. A repeated file needs nothing."""
    if received.repeats is None:
        transaction.on_commit(lambda: take_in(str(received.file_id)))


def take_in(file_id: str) -> None:
    """Take in what is left of a file."""
    take_in_for_sender(file_id=UUID(file_id))


def go_on() -> None:
    """Take in what a worker that ended left unfinished."""
    for file_id in unfinished():
        take_in(str(file_id))
