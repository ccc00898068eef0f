"""Changing a case without losing what another changed meanwhile; closing it and opening it again."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import F

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event, looked, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.victims.models import Case
from pentameter.victims.queries.cases import Version, version_of
from pentameter.victims.queries.frames import frame_of
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.queries.protections import today_of
from pentameter.victims.rules.cases import Age, CaseState, Identity, Practical, may_reopen
from pentameter.victims.rules.identity import may_be_born, may_be_of_age, may_change_age
from pentameter.victims.services.fitting import fits
from pentameter.victims.services.holding import held
from pentameter.victims.services.keeping import holds_changed
from pentameter.victims.services.people import count_anew


@dataclass(frozen=True, slots=True)
class ChangedMeanwhile:
    """Somebody changed the case after this person had opened it; nothing was saved. `current`: how it is now."""

    current: Version


@dataclass(frozen=True, slots=True)
class WhoSheIs:
    """Who she is, as it is to be saved. `assessed`: by whom and how her age was assessed, where that is needed."""

    identity: Identity
    age: Age
    assessed: str = ""


@transaction.atomic
def change_identity(*, case_id: UUID, who: WhoSheIs, version: int, by: Actor) -> ChangedMeanwhile | None:
    """Say who she is. Whoever was cleared before under another name or birth is no longer clear.

    Raises:
        DoesNotFit: where it cannot be.
    """
    case = held(case_id=case_id, operation=Operation.CHANGE_CASE, compartment=Compartment.IDENTITY, by=by)
    fits("born", may_be_born(who.identity.born, found_on=case.row.rescued_on))
    fits("age", may_be_of_age(who.age, who.identity.born, found_on=case.row.rescued_on))
    fits("assessed", may_change_age(Age(case.row.age), who.age, assessed=who.assessed))
    sealed = case.key.seal(who.identity.as_json(), bound_to=bound("identity", case_id))
    if not save_over(case_id, version, identity=sealed, age=who.age.value):
        return _meanwhile(case, by)
    count_anew(case.row.wave_id, (Age(case.row.age), case.identity), (who.age, who.identity))
    holds_changed()
    detail = {"part": "identity", "age": who.age.value, "version": version + 1}
    record(Event.CASE_CHANGED, by=by, subject=("case", case_id), purpose=who.assessed, detail=detail)
    return None


@transaction.atomic
def change_practical(*, case_id: UUID, practical: Practical, version: int, by: Actor) -> ChangedMeanwhile | None:
    """Say what anyone who speaks with her needs to know."""
    case = held(case_id=case_id, operation=Operation.CHANGE_CASE, compartment=Compartment.IDENTITY, by=by)
    sealed = case.key.seal(practical.as_json(), bound_to=bound("practical", case_id))
    if not save_over(case_id, version, practical=sealed):
        return _meanwhile(case, by)
    detail = {"part": "practical", "version": version + 1}
    record(Event.CASE_CHANGED, by=by, subject=("case", case_id), detail=detail)
    return None


@transaction.atomic
def close_case(*, case_id: UUID, reason: str, by: Actor) -> None:
    """Close a case. What protects her goes on as if it were open."""
    case = held(case_id=case_id, operation=Operation.CHANGE_CASE, compartment=Compartment.IDENTITY, by=by)
    changed = {"state": CaseState.CLOSED.value, "closed_on": today_of(case.row), "version": F("version") + 1}
    Case.objects.filter(pk=case_id).update(**changed)
    record(Event.CASE_CLOSED, by=by, subject=("case", case_id), purpose=_given(reason))


@transaction.atomic
def reopen_case(*, case_id: UUID, reason: str, by: Actor) -> None:
    """Open a closed case again."""
    case = held(case_id=case_id, operation=Operation.CHANGE_CASE, compartment=Compartment.IDENTITY, by=by, closed=True)
    require(may_reopen(case.state))
    Case.objects.filter(pk=case_id).update(state=CaseState.OPEN.value, closed_on=None, version=F("version") + 1)
    record(Event.CASE_REOPENED, by=by, subject=("case", case_id), purpose=_given(reason))


def save_over(case_id: UUID, version: int, **changes: object) -> bool:
    """Save a part of a case if it still is at `version`, in the caller's transaction."""
    return bool(Case.objects.filter(pk=case_id, version=version).update(**changes, version=F("version") + 1))


def _meanwhile(case: OpenCase, by: Actor) -> ChangedMeanwhile:
    """What is saved now. To be shown it is a look."""
    looked(Event.CASE_READ, by=by, kind="case", ids=[case.row.id])
    return ChangedMeanwhile(version_of(case, frame_of(case, by)))


def _given(reason: str) -> str:
    if not reason.strip():
        raise Refused("Say why: the reason is kept.")
    return reason.strip()
