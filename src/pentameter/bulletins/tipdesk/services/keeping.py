"""Letting go: contents are destroyed some days after a tip-off is done, and later its sender's code opens nothing."""

from uuid import UUID

from django.db import transaction

from pentameter.audit.api import Event, record
from pentameter.bulletins.tipdesk.models import Tip
from pentameter.bulletins.tipdesk.rules.keeping import ANSWERABLE, KEPT
from pentameter.bulletins.tipdesk.rules.states import DONE
from pentameter.bulletins.tips import models as public
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

AT_ONCE = 100


def let_go(*, by: Actor) -> int:
    """Destroy what has been kept long enough. Answers how many tip-offs it was of."""
    done = Tip.objects.filter(state__in=DONE)
    contents = done.filter(let_go_on=None, changed_at__lt=clock.now() - KEPT)
    codes = done.filter(withdrawn_at=None, changed_at__lt=clock.now() - ANSWERABLE)
    gone = list(contents.values_list("pk", flat=True)[:AT_ONCE])
    for tip_id in gone:
        _destroy(tip_id, by)
    for tip_id in codes.values_list("pk", flat=True)[:AT_ONCE]:
        public.Tip.objects.filter(pk=tip_id).delete()
        _withdrawn(tip_id, by)
    return len(gone)


@transaction.atomic
def _destroy(tip_id: UUID, by: Actor) -> None:
    tip = Tip.objects.select_for_update().get(pk=tip_id)
    tip.parts.update(sealed=None)
    tip.replies.update(sealed=None, for_sender=None)
    Tip.objects.filter(pk=tip_id).update(let_go_on=clock.today())
    record(Event.TIP_LET_GO, by=by, subject=("tip", tip_id), detail={"what": "contents"})


@transaction.atomic
def _withdrawn(tip_id: UUID, by: Actor) -> None:
    Tip.objects.filter(pk=tip_id).update(withdrawn_at=clock.now())
    record(Event.TIP_LET_GO, by=by, subject=("tip", tip_id), detail={"what": "code"})
