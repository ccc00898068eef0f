"""How support is written: entries are added, and changed only with a step that keeps how they were and why."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused, require
from pentameter.victims.models import Attachment, SupportEntry, SupportStep
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.queries.support import AnyEntry, before, entry_of
from pentameter.victims.rules.cases import Sealed
from pentameter.victims.rules.support import EntryKind, EntryState, may_move
from pentameter.victims.services.holding import held

CHANGED = "changed"


class EntryChangedMeanwhile(Refused):
    """Somebody changed the entry after this person had opened it. `current` is how it is now."""

    def __init__(self, current: AnyEntry) -> None:
        what = current.kind.words
        super().__init__(
            f"Somebody changed this {what} after you opened it. Nothing of yours was saved.", conflict=True
        )
        self.current = current


@dataclass(frozen=True, slots=True)
class Days:
    """The days and the moment of an entry, and who answers for it. What a kind has no use for stays empty."""

    from_on: date | None = None
    until_on: date | None = None
    at: datetime | None = None
    owner: str = ""


def supporting(case_id: UUID, by: Actor) -> OpenCase:
    """The case, held for writing in its support."""
    return held(case_id=case_id, operation=Operation.CHANGE_SUPPORT, compartment=Compartment.SUPPORT, by=by)


def add_entry(
    case: OpenCase, kind: EntryKind, said: Sealed, by: Actor, days: Days, follows: UUID | None = None
) -> SupportEntry:
    """Write a new entry, in the caller's transaction, without asking whether it may be."""
    identifier = new_id()
    return SupportEntry.objects.create(
        id=identifier,
        case=case.row,
        kind=kind.value,
        state=EntryState.LIVE.value,
        sealed=case.key.seal(said.as_json(), bound_to=bound("support", identifier)),
        from_on=days.from_on,
        until_on=days.until_on,
        at=days.at,
        owner=days.owner,
        follows_id=follows,
        made_at=clock.now(),
        made_by=by.id,
    )


def rewrite(case: OpenCase, row: SupportEntry, said: Sealed, days: Days, *, version: int, by: Actor) -> None:
    """Give an entry other words or days, if it is still at `version`; how it was is kept.

    Raises:
        EntryChangedMeanwhile: if it is not.
    """
    _step(case, row, CHANGED, by=by, reason="")
    sealed = case.key.seal(said.as_json(), bound_to=bound("support", row.id))
    changed = {"sealed": sealed, "from_on": days.from_on, "until_on": days.until_on, "at": days.at}
    _update(case, row, version, {**changed, "owner": days.owner})


def move(
    case: OpenCase, row: SupportEntry, to: EntryState, *, by: Actor, version: int | None = None, reason: str = ""
) -> None:
    """Let an entry come to stand otherwise, if that may be, with a step that says why."""
    require(may_move(EntryKind(row.kind), EntryState(row.state), to, reason=reason))
    _step(case, row, to.value, by=by, reason=reason)
    _update(case, row, row.version if version is None else version, {"state": to.value})


def undo_last(case: OpenCase, row: SupportEntry, *, version: int, by: Actor) -> None:
    """Make an entry what it was before its last step that was not undone.

    Raises:
        Refused: if nothing is left to undo.
    """
    last = SupportStep.objects.filter(entry=row, undone_at=None).order_by("-at", "-id").first()
    if last is None:
        raise Refused("There is nothing left to undo.")
    was, _ = before(case, last)
    SupportStep.objects.filter(pk=last.pk).update(undone_at=clock.now())
    sealed = case.key.seal(was["said"], bound_to=bound("support", row.id))
    days = {name: date.fromisoformat(was[name]) if was[name] else None for name in ("from_on", "until_on")}
    at = datetime.fromisoformat(was["at"]) if was["at"] else None
    _update(case, row, version, {**days, "at": at, "sealed": sealed, "state": was["state"], "owner": was["owner"]})


def supported(case: OpenCase, row: SupportEntry, *, by: Actor, act: str) -> None:
    """The row in the record that every change of support leaves: what kind and which, never what it says."""
    detail = {"kind": row.kind, "id": str(row.id), "act": act}
    record(Act.SUPPORT_CHANGED, by=by, subject=("case", case.row.id), detail=detail)


def forget_support(case_id: UUID) -> None:
    """Remove everything that support keeps of a case, in the transaction that erases the case."""
    SupportStep.objects.filter(entry__case_id=case_id).delete()
    SupportEntry.objects.filter(case_id=case_id).update(follows=None)
    SupportEntry.objects.filter(case_id=case_id).delete()
    Attachment.objects.filter(case_id=case_id).delete()


def _step(case: OpenCase, row: SupportEntry, act: str, *, by: Actor, reason: str) -> None:
    now = entry_of(case, row)
    was = {
        "said": now.said.as_json(),
        "state": row.state,
        "from_on": row.from_on.isoformat() if row.from_on else "",
        "until_on": row.until_on.isoformat() if row.until_on else "",
        "at": row.at.isoformat() if row.at else "",
        "owner": row.owner,
    }
    identifier = new_id()
    sealed = case.key.seal({"before": was, "reason": reason}, bound_to=bound("support step", identifier))
    SupportStep.objects.create(id=identifier, entry=row, act=act, sealed=sealed, at=clock.now(), by=by.id)


def _update(case: OpenCase, row: SupportEntry, version: int, changed: dict[str, Any]) -> None:
    done = SupportEntry.objects.filter(pk=row.pk, version=version).update(**changed, version=F("version") + 1)
    if not done:
        raise EntryChangedMeanwhile(entry_of(case, row))
