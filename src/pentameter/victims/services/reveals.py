"""The one gate before where somebody is: a second factor shown lately, and no more looks than an hour allows."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from pentameter.audit.api import Event, looked, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.victims.queries.reveals import looks_within_an_hour
from pentameter.victims.rules.reveals import factor_is_fresh, within_rate

T = TypeVar("T")


class _TooOften(Exception):  # noqa: N818 - what happened, as people say it
    """One look more than an hour allows: nothing of it stands."""


def revealed(look: Callable[[], T], *, case_id: UUID, purpose: str, by: Actor) -> T:
    """What `look` opens of where somebody is, in one transaction with its row; or nothing, and a row that says so.

    The row is written before the looks are counted: it holds the end of the record until the transaction ends, so that
    of many requests at once no more come through than an hour allows.

    Raises:
        Refused: by `look`, without a second factor shown lately, or after too many looks.
    """
    try:
        with transaction.atomic():
            page = look()
            require(factor_is_fresh(by, now=clock.now()))
            looked(Event.WHEREABOUTS_READ, by=by, kind="case", ids=[case_id], purpose=purpose)
            verdict = within_rate(by, looks_within_an_hour(by) - 1)
            if not verdict.allowed:
                raise _TooOften(verdict.reason)
            return page
    except _TooOften as stopped:
        _note_stopped(case_id, by)
        raise Refused(str(stopped)) from stopped


@transaction.atomic
def _note_stopped(case_id: UUID, by: Actor) -> None:
    record(
        Event.WHEREABOUTS_WITHHELD,
        by=by,
        subject=("case", case_id),
        detail={"within_an_hour": looks_within_an_hour(by)},
    )
