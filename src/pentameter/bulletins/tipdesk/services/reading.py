"""Opening tip-offs and looking at them. Every look leaves a row with ids, before anything is shown."""

from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, looked, record
from pentameter.bulletins.tipdesk.models import Part, Tip
from pentameter.bulletins.tipdesk.queries.listing import Listing, listing
from pentameter.bulletins.tipdesk.queries.pages import TipPage, page_of
from pentameter.bulletins.tipdesk.rules.states import Step
from pentameter.bulletins.tipdesk.sealed import letter_in
from pentameter.bulletins.tipdesk.services.loading import held, stepped, subject
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was, require


@transaction.atomic
def show_tips(*, number: int = 1, everything: bool = False, by: Actor) -> Listing:
    """The tip-offs that wait for the desk, or all; nothing of what they say."""
    require(decide(by, Operation.VIEW_TIPS))
    found = listing(number, everything=everything)
    looked(Event.TIPS_SHOWN, by=by, kind="tip", ids=[one.id for one in found.lines])
    return found


@transaction.atomic
def show_tip(*, tip_id: UUID, by: Actor) -> TipPage:
    """One tip-off: what was opened of it, and what was answered."""
    require(decide(by, Operation.READ_TIP, subject(tip_id)))
    tip = Tip.objects.filter(pk=tip_id).first()
    if tip is None:
        raise never_was()
    page = page_of(tip)
    record(Event.TIP_READ, by=by, subject=("tip", tip_id))
    return page


@transaction.atomic
def open_tip(*, tip_id: UUID, version: int, by: Actor) -> None:
    """Open what nobody has read of a tip-off yet."""
    tip = held(tip_id=tip_id, operation=Operation.READ_TIP, step=Step.OPEN, version=version, by=by)
    tip.parts.filter(read_at=None).update(read_at=clock.now(), read_by=by.id)
    stepped(tip, Step.OPEN)
    record(Event.TIP_OPENED, by=by, subject=("tip", tip_id))


@transaction.atomic
def show_picture(*, tip_id: UUID, part_id: UUID, number: int, by: Actor) -> bytes:
    """One picture (JPEG) of what was opened."""
    require(decide(by, Operation.READ_TIP, subject(tip_id)))
    part = Part.objects.filter(pk=part_id, tip=tip_id).exclude(read_at=None).exclude(sealed=None).first()
    pictures = letter_in(part.pk, part.sealed).pictures if part is not None and part.sealed is not None else ()
    if not 1 <= number <= len(pictures):
        raise never_was()
    record(Event.TIP_PICTURE_READ, by=by, subject=("tip", tip_id), detail={"part": str(part_id), "number": number})
    return pictures[number - 1]
