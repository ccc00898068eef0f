"""Flags: what whoever deals with her has to know first."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.victims.models import Case
from pentameter.victims.queries.protections import today_of
from pentameter.victims.queries.support import current, entry_of, row_of
from pentameter.victims.rules.contents import FlagWords
from pentameter.victims.rules.support import EntryKind, EntryState, FlagKind, may_end_flag, may_flag
from pentameter.victims.services.supporting import Days, add_entry, move, supported, supporting


@dataclass(frozen=True, slots=True)
class Flag:
    """What has to be known, why, since when and until when."""

    kind: FlagKind
    reason: str
    since: date
    until: date | None = None


@transaction.atomic
def raise_flag(*, case_id: UUID, flag: Flag, by: Actor) -> UUID:
    """Raise a flag. That of anonymity also stands on the case itself, where it outlives what is sealed."""
    case = supporting(case_id, by)
    today = today_of(case.row)
    live = {one.said.flag for one in current(case).of(EntryKind.FLAG) if one.stands(today)}
    require(may_flag(flag.kind, flag.until, live=live, since=flag.since, today=today))
    row = add_entry(case, EntryKind.FLAG, FlagWords(flag.kind.value, flag.reason), by, Days(flag.since, flag.until))
    if flag.kind.lasts_for_life:
        Case.objects.filter(pk=case_id).update(anonymous_for_life=True)
    supported(case, row, by=by, act="raised")
    return row.id


@transaction.atomic
def end_flag(*, case_id: UUID, flag_id: UUID, reason: str, by: Actor) -> None:
    """End a flag, and say why."""
    case = supporting(case_id, by)
    row = row_of(case, flag_id, [EntryKind.FLAG])
    kind = entry_of(case, row).said.flag
    if kind is not None:
        require(may_end_flag(kind))
    move(case, row, EntryState.ENDED, by=by, reason=reason)
    supported(case, row, by=by, act="ended")
