"""Reviewing: retain with a reason, or propose to dispose of and have it done on a second person's word."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, looked, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.retention.models import Hold, Review
from pentameter.retention.queries.due import DuePage, due_for
from pentameter.retention.queries.reviews import HoldLine, ReviewLine, history, hold_of
from pentameter.retention.rules.groups import Kind, Outcome
from pentameter.retention.rules.reviews import may_confirm, may_lift, may_propose, may_retain, standing_against
from pentameter.retention.services.items import SHELVES, Item


@dataclass(frozen=True, slots=True)
class ItemPage:
    """A record at its review: what stands against disposing of it, what was decided, and what may be done now."""

    item: Item
    against: tuple[str, ...]
    history: tuple[ReviewLine, ...]
    proposal: ReviewLine | None
    hold: HoldLine | None
    is_due: bool
    may_decide: bool


@transaction.atomic
def show_due(*, by: Actor) -> DuePage:
    """What the actor has to review."""
    require(decide(by, Operation.VIEW_RETENTION))
    found = due_for(by, today=clock.today())
    looked(Event.RETENTION_SHOWN, by=by, kind="review", ids=[one.id for one in (*found.cases, *found.reports)])
    return found


@transaction.atomic
def show_item(*, kind: Kind, item: UUID, by: Actor) -> ItemPage:
    """One record at its review. Nothing of what it says is shown."""
    today = clock.today()
    found = SHELVES[kind].seen(item, by, today=today)
    decided = history(kind, item)
    proposal = next((one for one in decided if one.state == "waits for a second person"), None)
    looked(Event.RETENTION_SHOWN, by=by, kind=kind.value, ids=[item])
    return ItemPage(
        item=found,
        against=_told(standing_against(found.facts, today=today), kind),
        history=decided,
        proposal=proposal,
        hold=hold_of(kind, item),
        is_due=found.facts.due is not None and found.facts.due <= today,
        may_decide=decide(by, _operation(kind), purpose="to show the way").allowed,
    )


@transaction.atomic
def retain(*, kind: Kind, item: UUID, reason: str, words: str, until: date, by: Actor) -> None:
    """Retain a record until a day. What was proposed of it before is withdrawn."""
    found = SHELVES[kind].seen(item, by, today=clock.today())
    _may_decide(kind, item, by)
    require(may_retain(found.group, reason, until, today=clock.today()))
    _withdraw(kind, item, by)
    _write(found, Outcome.RETAIN, reason, words, by=by, until=until)
    detail = {"reason": reason, "until": until.isoformat()}
    record(Event.RECORD_RETAINED, by=by, subject=(kind.value, item), detail=detail)


@transaction.atomic
def propose_disposal(*, kind: Kind, item: UUID, reason: str, words: str, by: Actor) -> None:
    """Propose that a record be disposed of. Nothing goes before another person confirmed it."""
    today = clock.today()
    found = SHELVES[kind].held(item, _operation(kind), by, today=today)
    require(may_propose(found.facts, reason, today=today))
    if _proposals(kind, item).exists():
        raise Refused("That was proposed already. Another person has to confirm it.", conflict=True)
    _write(found, Outcome.DISPOSE, reason, words, by=by)
    record(Event.DISPOSAL_PROPOSED, by=by, subject=(kind.value, item), detail={"reason": reason})


@transaction.atomic
def withdraw_disposal(*, kind: Kind, item: UUID, by: Actor) -> None:
    """Take a proposal back, or turn it down. Until it is confirmed, this undoes it."""
    SHELVES[kind].seen(item, by, today=clock.today())
    if not _withdraw(kind, item, by):
        raise Refused("Nothing is proposed, or it was withdrawn. Load the page again.", conflict=True)


@transaction.atomic
def confirm_disposal(*, kind: Kind, item: UUID, by: Actor) -> None:
    """Confirm, as another person, and dispose of the record. Everything that stands against it is asked again."""
    today = clock.today()
    found = SHELVES[kind].held(item, Operation.CONFIRM_DISPOSAL, by, today=today)
    proposal = _proposals(kind, item).select_for_update().first()
    if proposal is None:
        raise Refused("Nothing is proposed, or it was withdrawn. Load the page again.", conflict=True)
    require(may_confirm(found.facts, proposed_by=proposal.decided_by, by=by.id, today=today))
    SHELVES[kind].destroy(item, proposed_by=proposal.decided_by, by=by)
    Review.objects.filter(kind=kind.value, item=item).update(words="")
    Hold.objects.filter(kind=kind.value, item=item).update(words="")
    Review.objects.filter(pk=proposal.pk).update(confirmed_at=clock.now(), confirmed_by=by.id)
    detail = {"reason": proposal.reason, "proposed_by": proposal.decided_by}
    record(Event.DISPOSAL_CONFIRMED, by=by, subject=(kind.value, item), detail=detail)


@transaction.atomic
def place_hold(*, kind: Kind, item: UUID, words: str, by: Actor) -> None:
    """Say that a record must be kept, whatever its period says. What was proposed of it is withdrawn."""
    found = SHELVES[kind].seen(item, by, today=clock.today())
    _may_decide(kind, item, by)
    if found.facts.under_hold:
        raise Refused("It is under a legal hold already.", conflict=True)
    _withdraw(kind, item, by)
    Hold.objects.create(
        kind=kind.value, item=item, agency_id=found.agency, words=words, placed_at=clock.now(), placed_by=by.id
    )
    record(Event.LEGAL_HOLD_PLACED, by=by, subject=(kind.value, item))


@transaction.atomic
def lift_hold(*, kind: Kind, item: UUID, by: Actor) -> None:
    """Lift a legal hold, as somebody else than placed it."""
    SHELVES[kind].seen(item, by, today=clock.today())
    _may_decide(kind, item, by)
    row = Hold.objects.select_for_update().filter(kind=kind.value, item=item, lifted_at=None).first()
    if row is None:
        raise Refused("It is under no legal hold. Load the page again.", conflict=True)
    require(may_lift(placed_by=row.placed_by, by=by.id))
    Hold.objects.filter(pk=row.pk).update(lifted_at=clock.now(), lifted_by=by.id)
    record(Event.LEGAL_HOLD_LIFTED, by=by, subject=(kind.value, item))


def _operation(kind: Kind) -> Operation:
    return Operation.ERASE_CASE if kind is Kind.CASE else Operation.REVIEW_RETENTION


def _may_decide(kind: Kind, item: UUID, by: Actor) -> None:
    """Of a case, whoever may see it here may decide; of a report, not everyone who may confirm."""
    if kind is Kind.REPORT:
        require(decide(by, Operation.REVIEW_RETENTION))


def _proposals(kind: Kind, item: UUID) -> QuerySet[Review]:
    return Review.objects.filter(
        kind=kind.value, item=item, outcome=Outcome.DISPOSE.value, confirmed_at=None, withdrawn_at=None
    )


def _withdraw(kind: Kind, item: UUID, by: Actor) -> bool:
    done = _proposals(kind, item).update(withdrawn_at=clock.now(), withdrawn_by=by.id)
    if done:
        record(Event.DISPOSAL_WITHDRAWN, by=by, subject=(kind.value, item))
    return bool(done)


def _write(found: Item, outcome: Outcome, reason: str, words: str, *, by: Actor, until: date | None = None) -> None:
    Review.objects.create(
        kind=found.kind.value,
        item=found.id,
        agency_id=found.agency,
        group=found.group.number,
        due_on=found.facts.due or clock.today(),
        outcome=outcome.value,
        reason=reason,
        words=words,
        until=until,
        decided_at=clock.now(),
        decided_by=by.id,
    )


def _told(against: tuple[str, ...], kind: Kind) -> tuple[str, ...]:
    """Of a report it is asked only when something is decided whether it may name somebody protected."""
    asked_later = "Whether it protects somebody is not known."
    return tuple(one for one in against if kind is not Kind.REPORT or one != asked_later)
