"""Where she stays. It is sealed apart from the rest of support: to see or to say it is an operation of its own."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.victims.models import Case, SupportEntry
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.queries.protections import today_of
from pentameter.victims.rules.cases import Whereabouts
from pentameter.victims.rules.contents import StayWords
from pentameter.victims.rules.support import STAYS, EntryKind, EntryState, may_end_stay, may_stay
from pentameter.victims.services.holding import held
from pentameter.victims.services.supporting import Days, add_entry, move


@dataclass(frozen=True, slots=True)
class Stay:
    """Where she is, since when, and until when if that is known."""

    words: StayWords
    since: date
    until: date | None = None


@transaction.atomic
def begin_stay(*, case_id: UUID, stay: Stay, by: Actor) -> UUID:
    """Record that she came to another place. The stay before ends with that day; the case says where she is now."""
    case = _held(case_id, by)
    if stay.words.kind not in STAYS:
        raise Refused("Choose what kind of place it is.")
    before = _standing(case)
    found_on, since = case.row.rescued_on, before.from_on if before else None
    require(may_stay(stay.since, stay.until, found_on=found_on, before=since, today=today_of(case.row)))
    if before is not None:
        _end(case, before, stay.since, by=by, reason="She came to another place.")
    row = add_entry(case, EntryKind.STAY, stay.words, by, Days(stay.since, stay.until))
    _say(case, Whereabouts(where=stay.words.where, since=stay.since.isoformat(), note=stay.words.kind_words))
    _recorded(case, row, by=by, act="began")
    return row.id


@transaction.atomic
def end_stay(*, case_id: UUID, on: date, reason: str, by: Actor) -> None:
    """Record that she left and that it is not known where she is, or is hers to know alone."""
    case = _held(case_id, by)
    row = _standing(case)
    if row is None or row.from_on is None:
        raise Refused("No stay is recorded that could end. Load the page again.", conflict=True)
    require(may_end_stay(on, since=row.from_on, today=today_of(case.row)))
    _end(case, row, on, by=by, reason=reason)
    _say(case, Whereabouts(since=on.isoformat()))
    _recorded(case, row, by=by, act="ended")


def _held(case_id: UUID, by: Actor) -> OpenCase:
    return held(case_id=case_id, operation=Operation.CHANGE_WHEREABOUTS, compartment=Compartment.WHEREABOUTS, by=by)


def _standing(case: OpenCase) -> SupportEntry | None:
    return SupportEntry.objects.filter(case=case.row, kind=EntryKind.STAY.value, state=EntryState.LIVE.value).first()


def _end(case: OpenCase, row: SupportEntry, on: date, *, by: Actor, reason: str) -> None:
    move(case, row, EntryState.ENDED, by=by, reason=reason)
    SupportEntry.objects.filter(pk=row.pk).update(until_on=on)


def _say(case: OpenCase, whereabouts: Whereabouts) -> None:
    sealed = case.key.seal(whereabouts.as_json(), bound_to=bound("whereabouts", case.row.id))
    Case.objects.filter(pk=case.row.pk).update(whereabouts=sealed)


def _recorded(case: OpenCase, row: SupportEntry, *, by: Actor, act: str) -> None:
    detail = {"id": str(row.id), "act": act}
    record(Act.WHEREABOUTS_CHANGED, by=by, subject=("case", case.row.id), detail=detail)
