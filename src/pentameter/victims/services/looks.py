"""Looking at what protects a person, and at who has seen her record: each look leaves its own row."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event as Act
from pentameter.audit.api import looked
from pentameter.kernel.actor import Actor
from pentameter.victims.queries.frames import Frame, frame_of
from pentameter.victims.queries.looks import Look, looks_at
from pentameter.victims.queries.opening import opened
from pentameter.victims.queries.protection_pages import ProtectionPage, protection_page


@dataclass(frozen=True, slots=True)
class LooksPage:
    """Who has seen a record. `older` is where the next page begins. `frame` None: for who may not see who she is."""

    case_id: UUID
    reference: str
    frame: Frame | None
    looks: tuple[Look, ...]
    older: int | None
    purpose: str
    agencies: dict[str, str]

    @property
    def actors(self) -> frozenset[str]:
        """Who acted."""
        return frozenset(one.actor for one in self.looks)


@transaction.atomic
def show_protection(*, case_id: UUID, by: Actor) -> ProtectionPage:
    """What protects a person, in words, with the events it rests on."""
    case = opened(case_id, by, Operation.VIEW_PROTECTION, Compartment.DECISION)
    page = protection_page(case, by)
    looked(Act.PROTECTION_SHOWN, by=by, kind="case", ids=[case_id])
    return page


@transaction.atomic
def show_looks(*, case_id: UUID, purpose: str, before: int | None, by: Actor) -> LooksPage:
    """Who has seen a person's record, the latest first."""
    case = opened(case_id, by, Operation.SEE_WHO_LOOKED, Compartment.IDENTITY, purpose=purpose)
    found = looks_at(case_id, before=before)
    looked(Act.LOOKS_SHOWN, by=by, kind="case", ids=[case_id], purpose=purpose)
    hers = case.may(by, Operation.VIEW_PROTECTION, Compartment.DECISION)
    names = {slug: card.name for slug, card in accounts.agencies().items()}
    frame = frame_of(case, by) if hers else None
    return LooksPage(case_id, case.row.reference, frame, found.looks, found.older, purpose, names)
