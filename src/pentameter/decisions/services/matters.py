"""Opening a matter, taking it up, writing on it, withdrawing it, and asking that a decision is looked at again."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from pentameter.access.api import Compartment, Operation, decide
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.decisions.models import Matter
from pentameter.decisions.rules import deadlines
from pentameter.decisions.rules.drafts import Draft, Request
from pentameter.decisions.rules.states import UNDECIDED, Kind, Result, State, Step
from pentameter.decisions.rules.wording import plain
from pentameter.decisions.services.events import (
    about_event,
    leave_asked,
    reconsideration_asked,
    reconsideration_granted,
)
from pentameter.decisions.services.loading import HeldMatter, NotYet, held_matter, insist
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.ids import reference as reference_of
from pentameter.kernel.verdict import Refused, require
from pentameter.victims.api import OpenCase, case_of, held, today_of


@transaction.atomic
def open_matter(*, case_id: UUID, kind: Kind, opened_on: date | None, by: Actor) -> UUID:
    """Open a matter of a kind on a person. At most one of a kind is open. Answers its id."""
    if kind is Kind.RECONSIDERATION:
        raise Refused("A reconsideration is asked for on the decision that it concerns, by her caseworker.")
    case = held(case_id=case_id, operation=Operation.OPEN_MATTER, compartment=Compartment.DECISION, by=by)
    day = opened_on or today_of(case.row)
    insist(deadlines.may_be_opened_on(day, today=today_of(case.row), born=case.identity.born))
    made = _made(case, Matter(kind=kind.value, opened_on=day, due_on=deadlines.target(kind, day)), Request(), by)
    if kind is Kind.LEAVE:
        leave_asked(case_id, day, by)
    record(Act.MATTER_OPENED, by=by, subject=("case", case_id), detail={"matter": str(made), "kind": kind.value})
    return made


@transaction.atomic
def open_by_reference(*, reference: str, kind: Kind, opened_on: date | None, by: Actor) -> UUID:
    """Open a matter on the person whose hold has this reference."""
    require(decide(by, Operation.OPEN_MATTER))
    case_id = case_of(reference)
    if case_id is None:
        raise NotYet("No case has this reference. Check it, or call the duty desk.")
    return open_matter(case_id=case_id, kind=kind, opened_on=opened_on, by=by)


@transaction.atomic
def take_up(*, matter_id: UUID, because: str, version: int, by: Actor) -> None:
    """Take a matter up, to decide it. A late request is taken up with a reason; another may take it over."""
    here = held_matter(matter_id, Operation.DECIDE, by)
    here.insist_on(version)
    here.step(Step.TAKE_UP)
    insist(here.may_be_written_by(by))
    insist(deadlines.may_take_up_late(late=here.row.late and here.state is State.OPEN, because=because))
    if here.kind is Kind.RECONSIDERATION and here.state is State.OPEN:
        reconsideration_granted(here.row.case_id, about_event(here.row), today_of(here.case.row), by)
    card = here.card
    request = replace(card.request, taken_because=because or card.request.taken_because)
    _changed(
        here,
        state=State.CONSIDERING.value,
        taken_by=by.id,
        taken_at=clock.now(),
        words=here.sealed(card.draft, request),
    )
    record(Act.MATTER_CHANGED, by=by, subject=("case", here.row.case_id), detail=_detail(here, "taken up"))


@transaction.atomic
def save_draft(*, matter_id: UUID, draft: Draft, version: int, by: Actor) -> None:
    """Keep what was written so far.

    Raises:
        MatterChangedMeanwhile: if somebody else changed it first.
    """
    here = held_matter(matter_id, Operation.DECIDE, by)
    here.insist_on(version)
    here.step(Step.DECIDE)
    insist(here.may_be_written_by(by))
    _changed(here, words=here.sealed(draft, here.card.request))
    record(Act.MATTER_CHANGED, by=by, subject=("case", here.row.case_id), detail=_detail(here, "written"))


@transaction.atomic
def withdraw_matter(*, matter_id: UUID, because: str, version: int, by: Actor) -> None:
    """Withdraw a matter that is not to be decided any more, with the reason."""
    here = held_matter(matter_id, Operation.DECIDE, by)
    here.insist_on(version)
    here.step(Step.WITHDRAW)
    if not plain(because):
        raise Refused("Say why it is withdrawn.")
    card = here.card
    words = here.sealed(card.draft, replace(card.request, withdrawn_because=because))
    _changed(here, state=State.WITHDRAWN.value, words=words)
    record(Act.MATTER_CHANGED, by=by, subject=("case", here.row.case_id), detail=_detail(here, "withdrawn"))


@transaction.atomic
def ask_reconsideration(*, matter_id: UUID, because: str, late_because: str, by: Actor) -> UUID:
    """Ask on her behalf that a negative decision on grounds is looked at again. Answers the new matter's id."""
    here = held_matter(matter_id, Operation.ASK_RECONSIDERATION, by)
    today = today_of(here.case.row)
    if here.state not in (State.DECIDED, State.SERVED):
        raise Refused("This is not decided yet: there is nothing to reconsider.")
    result = Result(here.row.result)
    window = deadlines.window(here.kind, result, served_on=here.row.served_on)
    insist(deadlines.may_ask(window, today=today, because=late_because))
    late = window is not None and not window.open_on(today)
    matter = Matter(kind=Kind.RECONSIDERATION.value, about=here.row, opened_on=today, late=late)
    made = _made(here.case, matter, Request(asked=because, late_because=late_because), by)
    reconsideration_asked(here.row.case_id, about_event(matter), today, by)
    detail = {"matter": str(made), "about": str(matter_id), "late": late}
    record(Act.RECONSIDERATION_ASKED, by=by, subject=("case", here.row.case_id), detail=detail)
    return made


def _made(case: OpenCase, matter: Matter, asked: Request, by: Actor) -> UUID:
    kind = Kind(matter.kind)
    undecided = [one.value for one in UNDECIDED]
    if Matter.objects.filter(case=case.row, kind=kind.value, state__in=undecided).exists():
        raise Refused(f"A matter of {kind.words} is open in this case already. Go on with that one.", conflict=True)
    matter.id = new_id()
    matter.case = case.row
    matter.reference = reference_of("D", matter.id)
    matter.state = State.OPEN.value
    matter.opened_at = clock.now()
    matter.opened_by = by.id
    matter.words = HeldMatter(matter, case).sealed(Draft(), asked)
    matter.save(force_insert=True)
    return matter.id


def _changed(here: HeldMatter, **values: object) -> None:
    Matter.objects.filter(pk=here.row.pk, version=here.row.version).update(**values, version=F("version") + 1)


def _detail(here: HeldMatter, what: str) -> dict[str, object]:
    return {"matter": str(here.row.id), "what": what}
