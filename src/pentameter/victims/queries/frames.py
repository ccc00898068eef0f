"""What stands on every page of a case: who, how the case stands, what protects her, the ways to its other pages."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings

from pentameter.access.api import Compartment, Operation
from pentameter.kernel.actor import Actor
from pentameter.victims.queries.opening import OpenCase
from pentameter.victims.queries.protections import protection_of
from pentameter.victims.rules.cases import Age, CaseState
from pentameter.victims.rules.promise import FirstEnd, at_the_earliest, first_end
from pentameter.victims.rules.protection import ClockAnswer, Protection, State

HEADINGS = {
    State.RUNNING: "Protected from removal",
    State.AWAITING: "Protected from removal",
    State.UNKNOWN: "Protected from removal",
    State.ENDED: "Protection has ended",
}
_WAYS = (
    ("Record", "victims:case", Operation.VIEW_CASE, Compartment.IDENTITY),
    ("Protection", "victims:protection", Operation.VIEW_PROTECTION, Compartment.DECISION),
    ("Consent", "victims:consent", Operation.VIEW_CASE, Compartment.IDENTITY),
    ("Referrals", "victims:case_referrals", Operation.VIEW_CASE, Compartment.IDENTITY),
    ("Support", "victims:support", Operation.VIEW_SUPPORT, Compartment.SUPPORT),
    ("Decisions", "decisions:case", Operation.VIEW_MATTERS, Compartment.DECISION),
    ("Court", "decisions:court", Operation.VIEW_COURT_SIDE, Compartment.IDENTITY),
    ("Timeline", "victims:timeline", Operation.VIEW_CASE, Compartment.IDENTITY),
    ("Who has looked", "victims:looks", Operation.SEE_WHO_LOOKED, Compartment.IDENTITY),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a case's pages. `ways`: label and name of the address, as far as the actor may go.

    `support` is None for those who are not told who supports her, as decision-makers are not.
    """

    case_id: UUID
    reference: str
    name: str
    state: CaseState
    age: Age
    rescued_on: date
    support: str | None
    protection: Protection
    ways: tuple[tuple[str, str], ...]
    desk_number: str

    @property
    def removal(self) -> ClockAnswer:
        """The clock of removal."""
        return self.protection.removal

    @property
    def first_end(self) -> FirstEnd:
        """What may be said at once of the end of protection from removal."""
        return first_end(self.removal)

    @property
    def earliest(self) -> str:
        """When protection from removal could end at the earliest, in words."""
        return at_the_earliest(self.removal)

    @property
    def heading(self) -> str:
        """The state of protection in three words."""
        return HEADINGS[self.removal.state]


def frame_of(case: OpenCase, by: Actor, *, protection: Protection | None = None) -> Frame:
    """The frame of a case that was opened. Two SQL queries; one less where protection is known already."""
    return Frame(
        case_id=case.row.id,
        reference=case.row.reference,
        name=case.identity.shown if case.safe else "Erased",
        state=case.state,
        age=Age(case.row.age),
        rescued_on=case.row.rescued_on,
        support=_support(case, by),
        protection=protection or protection_of(case),
        ways=tuple((label, url) for label, url, op, where in _WAYS if case.may(by, op, where)),
        desk_number=settings.DUTY_DESK_NUMBER,
    )


def _support(case: OpenCase, by: Actor) -> str | None:
    if not case.may(by, Operation.VIEW_CASE, Compartment.IDENTITY):
        return None
    return case.row.support_agency.name if case.row.support_agency else ""
