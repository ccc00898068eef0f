"""Where she is: sealed from everyone who does not need it. To open it is a look of its own, for a stated purpose."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event, looked, record
from pentameter.kernel.actor import Actor
from pentameter.victims.queries.frames import Frame, frame_of
from pentameter.victims.queries.opening import OpenCase, bound, opened
from pentameter.victims.queries.reveals import may_look_again
from pentameter.victims.rules.cases import Whereabouts
from pentameter.victims.services.changes import save_over
from pentameter.victims.services.holding import held
from pentameter.victims.services.reveals import revealed

TO_COMPARE = "to compare with what was typed meanwhile"


@dataclass(frozen=True, slots=True)
class WherePage:
    """Where she is, opened; or, with None, only the frame round what is still sealed."""

    frame: Frame
    where: Whereabouts | None
    version: int


@dataclass(frozen=True, slots=True)
class MovedMeanwhile:
    """Somebody said where she is after this person had opened the page. `current`: what is saved now."""

    current: WherePage


@transaction.atomic
def show_before_opening(*, case_id: UUID, by: Actor) -> WherePage:
    """The page on which the purpose is asked for, or new whereabouts are typed: nothing is opened yet."""
    case = opened(case_id, by, Operation.SEE_WHEREABOUTS, Compartment.WHEREABOUTS, purpose="to be stated")
    page = WherePage(frame_of(case, by), None, case.row.version)
    looked(Event.CASE_READ, by=by, kind="case", ids=[case_id])
    return page


def read_whereabouts(*, case_id: UUID, purpose: str, by: Actor) -> WherePage:
    """Where she is, for a stated purpose, to who showed their second factor lately."""

    def look() -> WherePage:
        case = opened(case_id, by, Operation.SEE_WHEREABOUTS, Compartment.WHEREABOUTS, purpose=purpose)
        return WherePage(frame_of(case, by), case.whereabouts, case.row.version)

    return revealed(look, case_id=case_id, purpose=purpose, by=by)


@transaction.atomic
def change_whereabouts(*, case_id: UUID, where: Whereabouts, version: int, by: Actor) -> MovedMeanwhile | None:
    """Say where she is now."""
    case = held(case_id=case_id, operation=Operation.CHANGE_WHEREABOUTS, compartment=Compartment.WHEREABOUTS, by=by)
    sealed = case.key.seal(where.as_json(), bound_to=bound("whereabouts", case_id))
    if not save_over(case_id, version, whereabouts=sealed):
        return _meanwhile(case, by)
    record(Event.WHEREABOUTS_CHANGED, by=by, subject=("case", case_id), detail={"version": version + 1})
    return None


def _meanwhile(case: OpenCase, by: Actor) -> MovedMeanwhile:
    """Both versions are shown to who may look now, so the saved one is opened: a look, with its purpose."""
    may_see = case.may(by, Operation.SEE_WHEREABOUTS, Compartment.WHEREABOUTS) and may_look_again(by).allowed
    where = case.whereabouts if may_see else None
    event = Event.WHEREABOUTS_READ if may_see else Event.CASE_READ
    looked(event, by=by, kind="case", ids=[case.row.id], purpose=TO_COMPARE)
    return MovedMeanwhile(WherePage(frame_of(case, by), where, case.row.version))
