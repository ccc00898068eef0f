"""Looking at decisions: the question and the row that says who asked it, in one transaction."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, decide
from pentameter.audit.api import Event, looked, record
from pentameter.decisions.models import Letter
from pentameter.decisions.queries.closings import Circumstances, closing_of, standard_of
from pentameter.decisions.queries.hearings import Heard, heard
from pentameter.decisions.queries.matters import MatterCard, MatterFilter, Matters, matters, of_case
from pentameter.decisions.rules.deadlines import may_ask
from pentameter.decisions.rules.drafts import Draft
from pentameter.decisions.rules.gate import Check, checks
from pentameter.decisions.rules.standards import Standard
from pentameter.decisions.rules.states import HEARD, UNDECIDED, Kind, State, Step, may_step
from pentameter.decisions.services.loading import HeldMatter, opened_matter
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Verdict, require
from pentameter.victims.api import (
    CaseState,
    Frame,
    Identity,
    OpenCase,
    case_value,
    frame_of,
    opened,
    protection,
    rule_book,
    today_of,
)


@dataclass(frozen=True, slots=True)
class MattersPage:
    """The list of decisions, and whether the actor may open one."""

    found: Matters
    chosen: MatterFilter
    may_open: bool


@dataclass(frozen=True, slots=True)
class MatterPage:
    """One matter. `identity` is who she is as far as a decision needs it; `card.draft` is empty for who may not see it.

    `checks` are the steps of the gate for what was written so far; `writes`: whether the actor in person may decide it.
    """

    frame: Frame
    identity: Identity
    card: MatterCard
    standard: Standard
    heard: Heard | None
    checks: tuple[Check, ...]
    may_decide: bool
    writes: Verdict
    is_mine: bool
    may_withdraw: bool
    may_ask: bool
    has_letter: bool


@dataclass(frozen=True, slots=True)
class CasePage:
    """The decisions of a case, and what the actor may do there."""

    frame: Frame
    cards: tuple[MatterCard, ...]
    heard: Heard
    may_disclose: bool
    may_open: bool
    may_ask: frozenset[UUID]


@transaction.atomic
def show_matters(*, chosen: MatterFilter, by: Actor) -> MattersPage:
    """The list of decisions."""
    require(decide(by, Operation.VIEW_MATTERS))
    found = matters(chosen, by, clock.today())
    looked(Event.MATTERS_SHOWN, by=by, kind="matter", ids=[one.id for one in found.lines])
    return MattersPage(found, chosen, decide(by, Operation.OPEN_MATTER).allowed)


@transaction.atomic
def show_matter(*, matter_id: UUID, by: Actor, draft: Draft | None = None) -> MatterPage:
    """One matter, with what protects her first. `draft` is what was typed, where it differs from what is kept."""
    here = opened_matter(matter_id, Operation.VIEW_MATTERS, by)
    card = _shown(here, by)
    value = case_value(here.case)
    frame = frame_of(here.case, by, protection=protection(value, rule_book(), today=today_of(here.case.row)))
    known = heard(here.case, by, matter=matter_id, person=here.row.decided_by) if here.kind in HEARD else None
    around = Circumstances(value, known, here.others) if known else None
    undecided = here.state in UNDECIDED
    closing = closing_of(here.row, here.case, draft or card.draft, by, around) if undecided else None
    page = MatterPage(
        frame=frame,
        identity=here.case.identity if here.case.safe else Identity(),
        card=card,
        standard=standard_of(here.row, here.case, here.row.decided_on or today_of(here.case.row)),
        heard=known,
        checks=checks(closing) if closing and _decides(here.case, by) else (),
        may_decide=_decides(here.case, by) and here.case.state is CaseState.OPEN,
        writes=here.may_be_written_by(by),
        is_mine=here.row.taken_by == by.id,
        may_withdraw=may_step(here.kind, here.state, Step.WITHDRAW).allowed,
        may_ask=_may_ask(card, here.case, by),
        has_letter=_has_letter(here, by),
    )
    detail = {"matter": str(matter_id)}
    record(Event.MATTER_READ, by=by, subject=("case", here.row.case_id), detail=detail)
    return page


@transaction.atomic
def show_case(*, case_id: UUID, by: Actor) -> CasePage:
    """What was decided about a person, and what is being decided, on the pages of her case."""
    case = opened(case_id, by, Operation.VIEW_MATTERS, Compartment.DECISION)
    cards = tuple(card if _decides(case, by) else _without_draft(card) for card in of_case(case))
    asking = any(card.line.kind is Kind.RECONSIDERATION and card.line.state in UNDECIDED for card in cards)
    page = CasePage(
        frame=frame_of(case, by),
        cards=cards,
        heard=heard(case, by),
        may_disclose=_writes(case, by, Operation.DISCLOSE_ACCOUNT, Compartment.SUPPORT),
        may_open=_writes(case, by, Operation.OPEN_MATTER, Compartment.DECISION),
        may_ask=frozenset() if asking else frozenset(card.line.id for card in cards if _may_ask(card, case, by)),
    )
    looked(Event.MATTERS_SHOWN, by=by, kind="case", ids=[case_id])
    return page


def _decides(case: OpenCase, by: Actor) -> bool:
    return case.may(by, Operation.OPEN_MATTER, Compartment.DECISION)


def _writes(case: OpenCase, by: Actor, operation: Operation, compartment: Compartment) -> bool:
    return case.state is CaseState.OPEN and case.may(by, operation, compartment)


def _may_ask(card: MatterCard, case: OpenCase, by: Actor) -> bool:
    """Whether it may be asked to look at it again: also late, with a reason."""
    decided = card.line.state in (State.DECIDED, State.SERVED)
    window = may_ask(card.line.window, today=today_of(case.row), because="a late request says why")
    return decided and window.allowed and _writes(case, by, Operation.ASK_RECONSIDERATION, Compartment.DECISION)


def _has_letter(here: HeldMatter, by: Actor) -> bool:
    if here.state is State.DECIDED:
        return _decides(here.case, by)
    return here.state is State.SERVED and Letter.objects.filter(matter=here.row).exists()


def _shown(here: HeldMatter, by: Actor) -> MatterCard:
    return here.card if _decides(here.case, by) else _without_draft(here.card)


def _without_draft(card: MatterCard) -> MatterCard:
    """What is still being written is for those who decide."""
    return replace(card, draft=Draft()) if card.line.state in UNDECIDED else card
