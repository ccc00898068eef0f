"""Taking tip-offs over from the public database, and from comments that are really tip-offs.

A row is written here with its row in the record first; only then it is taken away there. Cut short between, the next
beat finds it here already and takes it away.
"""

from datetime import date
from uuid import UUID, uuid5

from django.db import transaction

from pentameter.audit.api import Event, record
from pentameter.bulletins.tipdesk.models import Part, Tip
from pentameter.bulletins.tipdesk.rules.states import State, Step
from pentameter.bulletins.tipdesk.sealed import sealed_letter
from pentameter.bulletins.tipdesk.services.loading import stepped
from pentameter.bulletins.tips.models import Entry
from pentameter.bulletins.tips.rules.letters import Letter
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import reference

AT_ONCE = 20
_OF_COMMENTS = UUID("5d1c0c0e-7a7e-4f5e-8a5b-9d2f2007c0de")


def take_over(*, by: Actor) -> int:
    """Take over what came in, some at a time. Answers how many rows are here now and no longer there."""
    waiting = list(Entry.objects.select_related("tip").order_by("received_on", "id")[:AT_ONCE])
    for entry in waiting:
        take_entry(entry=entry, by=by)
        Entry.objects.filter(pk=entry.pk).delete()
    return len(waiting)


@transaction.atomic
def take_entry(*, entry: Entry, by: Actor) -> None:
    """Keep one row of the public database here, once."""
    if Part.objects.filter(pk=entry.pk).exists():
        return
    tip = Tip.objects.select_for_update().filter(pk=entry.tip_id).first()
    if tip is None:
        tip = _new(Tip(id=entry.tip_id, origin="form", reply_key=entry.tip.reply_key, received_on=entry.received_on))
    else:
        stepped(tip, Step.ADD)
        Tip.objects.filter(pk=tip.pk).update(let_go_on=None)
    _keep(tip, entry.pk, bytes(entry.sealed), entry.received_on)
    record(Event.TIP_TAKEN_OVER, by=by, subject=("tip", tip.pk))


@transaction.atomic
def take_from_comment(*, text: str, comment_id: object, by: Actor) -> UUID:
    """Make a tip-off of a comment that is really one. The same comment makes one, however often it is moved."""
    identifier = uuid5(_OF_COMMENTS, str(comment_id))
    if not Tip.objects.filter(pk=identifier).exists():
        today = clock.today()
        tip = _new(Tip(id=identifier, origin="comment", comment=str(comment_id), received_on=today))
        _keep(tip, identifier, sealed_letter(identifier, Letter(text)), today)
        record(Event.TIP_TAKEN_OVER, by=by, subject=("tip", identifier), detail={"comment": str(comment_id)})
    return identifier


def _new(tip: Tip) -> Tip:
    tip.reference = reference("T", tip.pk)
    tip.state = State.NEW.value
    tip.taken_at = tip.changed_at = clock.now()
    tip.save(force_insert=True)
    return tip


def _keep(tip: Tip, identifier: UUID, sealed: bytes, received_on: date) -> None:
    Part.objects.create(id=identifier, tip=tip, sealed=sealed, received_on=received_on, taken_at=clock.now())
