"""What an officer is told at once after a rescue was registered."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event, looked
from pentameter.kernel.actor import Actor
from pentameter.victims.queries.frames import Frame, frame_of
from pentameter.victims.queries.opening import opened
from pentameter.victims.queries.referrals import ReferralLine, referrals_of


@dataclass(frozen=True, slots=True)
class RegisteredPage:
    """The hold, and who was told of it. `asked`: what a support organisation was asked, if one was."""

    frame: Frame
    asked: ReferralLine | None


@transaction.atomic
def show_registered(*, case_id: UUID, by: Actor) -> RegisteredPage:
    """The hold that was just registered. Looked at again later it is the same page, as things stand then."""
    case = opened(case_id, by, Operation.VIEW_CASE, Compartment.IDENTITY)
    page = RegisteredPage(frame_of(case, by), next(iter(referrals_of(case)), None))
    looked(Event.CASE_READ, by=by, kind="case", ids=[case_id])
    return page
