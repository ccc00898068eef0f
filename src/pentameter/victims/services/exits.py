"""Leaving support, and what stays at hand afterwards. It ends no protection from removal, and no assessment or note."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.victims.models import SupportEntry
from pentameter.victims.queries.opening import OpenCase
from pentameter.victims.queries.protections import protection_of, today_of
from pentameter.victims.rules.contents import ExitWords
from pentameter.victims.rules.exits import may_exit, may_follow
from pentameter.victims.rules.support import EntryKind, EntryState
from pentameter.victims.services.supporting import Days, add_entry, move, supported, supporting


@dataclass(frozen=True, slots=True)
class Exit:
    """That she left, when, why and where to in general words, and until when the organisation stays at hand."""

    words: ExitWords
    on: date
    after_care_until: date | None = None


@transaction.atomic
def record_exit(*, case_id: UUID, leaving: Exit, by: Actor) -> UUID:
    """Record that she left support: after it ran out, or earlier because she asked to.

    Raises:
        Refused: while support runs and she did not ask; it says until when support runs.
    """
    case = supporting(case_id, by)
    if _standing(case) is not None:
        raise Refused("Her exit from support is recorded already.", conflict=True)
    today = today_of(case.row)
    support = protection_of(case, today=min(leaving.on, today)).support
    require(may_exit(support, leaving.on, her_words=leaving.words.her_words, found_on=case.row.rescued_on, today=today))
    require(may_follow(leaving.on, leaving.after_care_until, support=support))
    row = add_entry(case, EntryKind.EXIT, leaving.words, by, Days(leaving.on, leaving.after_care_until))
    supported(case, row, by=by, act="left")
    return row.id


@transaction.atomic
def take_back_exit(*, case_id: UUID, reason: str, by: Actor) -> None:
    """Record that she came back, or that the exit was recorded by mistake. It stays on record."""
    case = supporting(case_id, by)
    row = _standing(case)
    if row is None:
        raise Refused("No exit is recorded. Load the page again.", conflict=True)
    move(case, row, EntryState.TAKEN_BACK, by=by, reason=reason)
    supported(case, row, by=by, act="taken_back")


def _standing(case: OpenCase) -> SupportEntry | None:
    return SupportEntry.objects.filter(case=case.row, kind=EntryKind.EXIT.value, state=EntryState.LIVE.value).first()
