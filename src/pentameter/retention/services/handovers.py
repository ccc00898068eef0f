"""Agencies leave: one side proposes, the other accepts, and in that moment all of it changes hands."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, Subject, decide
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event, looked, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.retention.models import Handover
from pentameter.retention.queries.handovers import HandoverLine, handovers_of, side, still_held, who_could
from pentameter.retention.rules.handovers import Side, in_the_way, may_accept, may_propose
from pentameter.victims import api as victims


@dataclass(frozen=True, slots=True)
class HandoverPage:
    """The handovers of an agency, what stands in the way of its leaving, and who could take over."""

    lines: tuple[HandoverLine, ...]
    in_the_way: tuple[str, ...]
    who_could: tuple[tuple[str, str], ...]

    @property
    def leaves(self) -> bool:
        """Whether one waits in which it leaves, or did: then no other can be proposed."""
        return any(one.is_open for one in self.lines)


@transaction.atomic
def show_handovers(*, by: Actor) -> HandoverPage:
    """The page of the actor's own agency."""
    require(decide(by, Operation.HAND_OVER, _agency(by.agency)))
    found = handovers_of(by.agency)
    looked(Event.HANDOVER_SHOWN, by=by, kind="handover", ids=[one.id for one in found])
    held = still_held(by.agency, today=clock.today())
    return HandoverPage(found, in_the_way(held), who_could(by.agency))


@transaction.atomic
def propose_handover(*, receiving: str, words: str, by: Actor) -> None:
    """Propose, for one's own agency, that another takes over. Nothing changes before that one accepts."""
    require(decide(by, Operation.HAND_OVER, _agency(by.agency)))
    leaving, taking = _side(by.agency), _side(receiving)
    require(may_propose(leaving, taking))
    if Handover.objects.filter(leaving_id=by.agency, accepted_at=None, withdrawn_at=None).exists():
        raise Refused("That was proposed already. Take it back first.", conflict=True)
    row = Handover.objects.create(
        leaving_id=by.agency, receiving_id=receiving, words=words, proposed_at=clock.now(), proposed_by=by.id
    )
    record(Event.HANDOVER_PROPOSED, by=by, subject=("handover", row.id), detail={"to": receiving})


@transaction.atomic
def withdraw_handover(*, handover_id: UUID, by: Actor) -> None:
    """Take it back, or turn it down: either side may until it is accepted."""
    row = _waiting(handover_id, by)
    Handover.objects.filter(pk=row.pk).update(withdrawn_at=clock.now(), withdrawn_by=by.id)
    record(Event.HANDOVER_WITHDRAWN, by=by, subject=("handover", handover_id))


@transaction.atomic
def accept_handover(*, handover_id: UUID, by: Actor) -> None:
    """Take over: the cases at once, and the other's people lose access in the same moment.

    Raises:
        Refused: if something is left that nobody would own, or it is not for the actor's agency to accept.
    """
    row = _waiting(handover_id, by)
    require(decide(by, Operation.HAND_OVER, _agency(row.receiving_id)))
    held = still_held(row.leaving_id, today=clock.today())
    require(may_accept(_side(row.leaving_id), _side(row.receiving_id), held))
    closed = accounts.close_agency(leaving=row.leaving_id, receiving=row.receiving_id, by=by)
    cases = victims.hand_over_cases(leaving=row.leaving_id, receiving=row.receiving_id, people=closed.people, by=by)
    done = {"accepted_at": clock.now(), "accepted_by": by.id, "cases": cases, "people": len(closed.people)}
    Handover.objects.filter(pk=row.pk).update(**done)
    detail = {"cases": cases, "people": len(closed.people), "tokens": closed.tokens}
    record(Event.HANDED_OVER, by=by, subject=("handover", handover_id), detail=detail)


def _agency(slug: str) -> Subject:
    return Subject("agency", slug, owner_agency=slug)


def _side(slug: str) -> Side:
    found = side(slug)
    if found is None:
        raise Refused("There is no such agency.")
    return found


def _waiting(handover_id: UUID, by: Actor) -> Handover:
    """A handover that waits, of one of the actor's agency; as if it never was, if not."""
    row = Handover.objects.select_for_update().filter(pk=handover_id).first()
    owner = by.agency if row and by.agency in (row.leaving_id, row.receiving_id) else ""
    require(decide(by, Operation.HAND_OVER, Subject("handover", str(handover_id), owner_agency=owner)))
    if row is None:
        raise never_was()
    if row.accepted_at or row.withdrawn_at:
        raise Refused("It was accepted or taken back already. Load the page again.", conflict=True)
    return row
