"""An early end of protection: only by a recorded determination with ground, evidence, decider, reasons, review date."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.victims.queries.protections import case_value, today_of
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.determinations import may_determine
from pentameter.victims.rules.events import Event, EventKind
from pentameter.victims.rules.protection import protection
from pentameter.victims.services.events import record_event
from pentameter.victims.services.holding import held


@dataclass(frozen=True, slots=True)
class Determination:
    """All that makes a determination whole. Nothing of it may be empty."""

    on: date
    ground: str
    evidence: str
    decider: str
    reasons: str
    review_on: date


@transaction.atomic
def determine(*, case_id: UUID, determination: Determination, by: Actor) -> UUID:
    """Determine that protection ends early. Answers the id of the event.

    Raises:
        Refused: where it is not whole, or no rule of this case knows its ground.
    """
    case = held(case_id=case_id, operation=Operation.DETERMINE, compartment=Compartment.DECISION, by=by)
    event = Event(
        EventKind.DISQUALIFIED,
        on=determination.on,
        ground=determination.ground,
        evidence=determination.evidence,
        decider=determination.decider,
        reasons=determination.reasons,
        review_on=determination.review_on,
    )
    now = protection(case_value(case), rule_book(), today=today_of(case.row))
    require(may_determine(event, now))
    return record_event(case_id=case_id, event=event, origin="determination", by=by)
