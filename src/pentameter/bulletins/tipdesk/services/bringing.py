"""Bringing to the public database how a tip-off stands and what was answered, as often as it takes.

A row there carries the version of what was decided here, and an older one never overwrites a newer. What was not
brought over yet is not shown.
"""

from django.db import transaction
from django.db.models import F

from pentameter.audit.api import Event, record
from pentameter.bulletins.tipdesk.models import Reply, Tip
from pentameter.bulletins.tipdesk.rules.states import TOLD, State
from pentameter.bulletins.tips import models as public
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

AT_ONCE = 100


def bring_over(*, by: Actor) -> int:
    """Bring over whatever the public database does not have yet. Answers how many tip-offs that were."""
    behind = Tip.objects.filter(origin="form", withdrawn_at=None, brought__lt=F("version")).order_by("changed_at")
    rows = list(behind[:AT_ONCE])
    for tip in rows:
        bring(tip=tip, by=by)
    return len(rows)


def bring_again(*, by: Actor) -> None:
    """Bring over everything: the public database may have lost some of it."""
    Tip.objects.filter(origin="form", withdrawn_at=None).update(brought=0)
    while bring_over(by=by):
        continue


def bring(*, tip: Tip, by: Actor) -> None:
    """Bring one over: its replies first, then its standing. Twice does no harm."""
    for reply in tip.replies.exclude(for_sender=None):
        _bring_reply(tip, reply)
    standing = TOLD[State(tip.state)].value
    there = public.Tip.objects.filter(pk=tip.pk, version__lt=tip.version)
    there.update(standing=standing, version=tip.version)
    _brought(tip, by)


@transaction.atomic
def _brought(tip: Tip, by: Actor) -> None:
    Tip.objects.filter(pk=tip.pk, brought__lt=tip.version).update(brought=tip.version)
    record(Event.TIP_BROUGHT_OVER, by=by, subject=("tip", tip.pk), detail={"version": tip.version})


def _bring_reply(tip: Tip, reply: Reply) -> None:
    if public.Tip.objects.filter(pk=tip.pk).exists():
        on = reply.written_at.astimezone(clock.LONDON).date()
        values = {"tip_id": tip.pk, "sealed": bytes(reply.for_sender or b""), "written_on": on}
        public.Reply.objects.get_or_create(id=reply.pk, defaults=values)
