"""Undoing one judgement: everything is exactly as if it had never been made, and both acts stay in the ledger."""

from uuid import UUID

from django.db import transaction

from pentameter.audit.api import Event, record
from pentameter.entities.models import Judgement, Undoing
from pentameter.entities.queries.ledger import value
from pentameter.entities.rules.judgements import Finding, may_undo
from pentameter.entities.services.interests import record_told
from pentameter.entities.services.judging import Said, may_judge_all, sealed_reason
from pentameter.entities.services.locking import among_others, hold_around
from pentameter.entities.services.parting import settle_undone
from pentameter.entities.services.placing import place
from pentameter.entities.services.proposals import keep_current
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was


@transaction.atomic
def undo_judgement(*, judgement_id: UUID, reason: str, by: Actor) -> None:
    """Undo a person's or a machine's judgement, which whoever may judge its pair may do.

    Raises:
        Refused: hidden, unless the actor may read both reports; or because it was undone already.
    """
    row = Judgement.objects.filter(pk=judgement_id).first()
    if row is None:
        raise never_was()
    mentions = may_judge_all([Said(row.left_id, row.right_id, Finding(row.finding))], by)
    among_others()
    place(one.mention for one in mentions.values())
    islands = hold_around([row.left_id, row.right_id])
    verdict = may_undo(undone=Undoing.objects.filter(pk=judgement_id).exists())
    if not verdict.allowed:
        raise Refused(verdict.reason, conflict=True)
    Undoing.objects.create(
        judgement=row, sealed=sealed_reason(reason, f"undoing:{row.id}"), made_at=clock.now(), made_by=by.id
    )
    settled = settle_undone(value(row), islands)
    keep_current([row.left_id, row.right_id], closed_by=by.id)
    detail = {"left": str(row.left_id), "right": str(row.right_id), "made_by": row.made_by}
    record(Event.JUDGEMENT_UNDONE, by=by, subject=("judgement", judgement_id), detail=detail)
    record_told(settled.told)
