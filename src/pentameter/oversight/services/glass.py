"""Broken glass is reviewed by a second person, each use and each try."""

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, lines, looked, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was, require
from pentameter.oversight.models import GlassReview
from pentameter.oversight.queries.glass import GlassLine, uses
from pentameter.oversight.rules.reviews import Outcome, may_review


@transaction.atomic
def show_glass(*, by: Actor) -> tuple[GlassLine, ...]:
    """Every use of broken glass that the actor may review."""
    require(decide(by, Operation.REVIEW_GLASS))
    found = uses(by)
    looked(Event.GLASS_SHOWN, by=by, kind="glass", ids=[one.seq for one in found])
    return found


@transaction.atomic
def review_glass(*, seq: int, outcome: Outcome, reason: str, by: Actor) -> None:
    """Say whether breaking the glass was needed, and why."""
    row = lines([seq]).get(seq)
    used = row if row is not None and row.event == Event.GLASS_BROKEN.value else None
    owner = used.agency if used else ""
    require(decide(by, Operation.REVIEW_GLASS, Subject("glass", str(seq), Compartment.ADMINISTRATION, owner)))
    if used is None:
        raise never_was()
    earlier = GlassReview.objects.filter(seq=seq).first()
    require(may_review(person=used.actor, by=by.id, outcome=earlier.outcome if earlier else ""))
    GlassReview.objects.create(
        seq=seq,
        person=used.actor,
        outcome=outcome.value,
        reason=reason,
        reviewed_by=by.id,
        reviewed_at=clock.now(),
    )
    record(Event.GLASS_REVIEWED, by=by, subject=("glass", seq), detail={"outcome": outcome.value})
