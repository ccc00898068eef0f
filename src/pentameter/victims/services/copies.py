"""A copy for the person: what she may have about herself, and nothing of other people's.

Names of those who work with her are hers to know; the files of investigations, and what is said of others, are not.
Where she is stands on a copy only if whoever makes it may see that themselves: a copy is no way round the policy.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event as Act
from pentameter.audit.api import looked, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.victims.queries.copies import CopySection, sections_of
from pentameter.victims.queries.frames import Frame, frame_of
from pentameter.victims.queries.looks import Look, looks_at
from pentameter.victims.queries.opening import opened
from pentameter.victims.queries.protection_pages import ProtectionPage, protection_page
from pentameter.victims.rules.reveals import factor_is_fresh


@dataclass(frozen=True, slots=True)
class CopyPage:
    """Her copy: facts by section, what protects her, who has looked. `tells_where`: where she is stands on it."""

    frame: Frame
    protection: ProtectionPage
    sections: tuple[CopySection, ...]
    tells_where: bool
    looks: tuple[Look, ...]
    looks_left_out: bool
    names: dict[str, str]
    agencies: dict[str, str]
    purpose: str
    made_at: datetime


@transaction.atomic
def give_copy(*, case_id: UUID, purpose: str, by: Actor) -> CopyPage:
    """Everything that she may have. That it was given is recorded, and that where she is was seen with it."""
    case = opened(case_id, by, Operation.GIVE_COPY, Compartment.SUPPORT, purpose=purpose)
    require(factor_is_fresh(by, now=clock.now()))
    if case.safe is None:
        raise Refused("This case was erased. There is nothing left to give.")
    tells_where = case.may(by, Operation.SEE_WHEREABOUTS, Compartment.WHEREABOUTS)
    if tells_where:
        looked(Act.WHEREABOUTS_READ, by=by, kind="case", ids=[case_id], purpose=purpose)
    looks = looks_at(case_id)
    names = accounts.names({one.actor for one in looks.looks})
    agencies = {slug: card.name for slug, card in accounts.agencies().items()}
    page = CopyPage(
        frame=frame_of(case, by),
        protection=protection_page(case, by),
        sections=sections_of(case, where=tells_where),
        tells_where=tells_where,
        looks=looks.looks,
        looks_left_out=looks.older is not None,
        names=names,
        agencies=agencies,
        purpose=purpose,
        made_at=clock.now(),
    )
    record(Act.COPY_GIVEN, by=by, subject=("case", case_id), purpose=purpose)
    return page
