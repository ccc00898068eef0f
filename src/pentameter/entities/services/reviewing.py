"""Working the review queue: take a batch, judge its pairs, ask somebody else, and undo."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.entities.keys import safe
from pentameter.entities.models import Claim, Opinion, Proposal
from pentameter.entities.queries import queue
from pentameter.entities.queries.evidence import weighing
from pentameter.entities.queries.queue import PairRow, QueueFilter
from pentameter.entities.queries.reviewed import bound
from pentameter.entities.rules.judgements import Finding
from pentameter.entities.rules.reviewing import BATCH, HELD_FOR, PairState, Whom, may_answer, may_find
from pentameter.entities.services.judging import judge_pair
from pentameter.entities.services.locking import among_others, hold_around, hold_claims
from pentameter.entities.services.pairs import following, readable_pair, whom_to_ask
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused, require


class PairChangedMeanwhile(Refused):
    """A colleague was quicker. Nothing was saved."""

    def __init__(self) -> None:
        super().__init__("This pair was changed after you opened it. Nothing of yours was saved.", conflict=True)


class ReasonNeeded(Refused):
    """The finding goes against what the records say, and nobody said why. Nothing was saved."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person finds of a pair, why, and which version of it they saw."""

    finding: Finding
    reason: str
    version: int


@dataclass(frozen=True, slots=True)
class Asking:
    """A request for a second opinion: what the first found, why they ask, and whom."""

    answer: Answer
    of: Whom


@dataclass(frozen=True, slots=True)
class Answered:
    """The judgement that was made, and the pair that comes next."""

    judgement: UUID
    following: UUID | None


@transaction.atomic
def take_batch(*, chosen: QueueFilter, by: Actor) -> UUID | None:
    """Keep the next pairs from others for an hour. Answers the first of the batch, or None if nothing waits.

    Who has a batch goes on with it: no second one is kept from colleagues meanwhile.
    """
    require(decide(by, Operation.JUDGE_PAIR))
    now = clock.now()
    among_others()
    hold_claims(by.id)
    if mine := queue.batch(by, now):
        taken = list(mine)
    else:
        free = queue.free(by, chosen, now).select_for_update(of=("self",), skip_locked=True, no_key=True)
        taken = list(free.values_list("pk", flat=True)[:BATCH])
    _hold(taken, by, now)
    record(Event.PAIRS_TAKEN, by=by, subject=("pair", ""), detail={"ids": [str(one) for one in taken]})
    return taken[0] if taken else None


@transaction.atomic
def give_back(*, by: Actor) -> int:
    """Let others have what is left of one's batch; how many pairs that is."""
    require(decide(by, Operation.JUDGE_PAIR))
    given = hold_claims(by.id)
    Claim.objects.filter(pk__in=given, held_by=by.id).delete()
    record(Event.PAIRS_GIVEN_BACK, by=by, subject=("pair", ""), detail={"ids": [str(one) for one in given]})
    return len(given)


@transaction.atomic
def answer_pair(*, pair_id: UUID, answer: Answer, by: Actor) -> Answered:
    """Judge a pair of the queue.

    Raises:
        PairChangedMeanwhile: if it is not as it was shown.
        ReasonNeeded: if the finding goes against the records and says not why.
    """
    row, now = _mine_to_answer(pair_id, answer, by), clock.now()
    judged = judge_pair(left=row.left, right=row.right, finding=answer.finding, reason=answer.reason, by=by)
    batch = queue.batch(by, now)
    _close(row, by, now)
    return Answered(judged.id, following(pair_id, batch))


@transaction.atomic
def ask_second(*, pair_id: UUID, asking: Asking, by: Actor) -> UUID | None:
    """Have a second person judge a pair. What the first found is kept for them, and joins and parts nothing.

    Answers the pair that comes next.
    """
    row, now = _mine_to_answer(pair_id, asking.answer, by), clock.now()
    if not asking.answer.reason.strip():
        raise ReasonNeeded("Say what you are unsure of, so that your colleague knows where to look.")
    if row.turn.state is PairState.SECOND:
        raise Refused("You were asked yourself. Judge the pair, or leave it unsure.")
    if asking.of.text not in dict(whom_to_ask(row, by)):
        raise Refused("Whom you ask has to be able to read both reports. Choose somebody of the list.")
    batch = queue.batch(by, now)
    _keep(row, asking, by, now)
    Claim.objects.filter(pk=pair_id).delete()
    _step(row, second_asked_at=now, second_asked_by=by.id)
    record(Event.SECOND_OPINION_ASKED, by=by, subject=("pair", pair_id), detail={"of": asking.of.text})
    return following(pair_id, batch)


@transaction.atomic
def ask_no_more(*, pair_id: UUID, by: Actor) -> None:
    """Take one's own question back: the pair waits for anybody again, and what one had found is kept as it was."""
    readable_pair(pair_id, by)
    among_others()
    Proposal.objects.select_for_update(no_key=True).filter(pk=pair_id).first()
    row, now = readable_pair(pair_id, by), clock.now()
    if row.turn.asked_by != by.id:
        raise Refused("Only who asked for a second opinion takes the question back.", conflict=True)
    Opinion.objects.filter(proposal=pair_id, answered_at=None).update(answered_at=now, answered_by=by.id)
    _step(row, second_asked_at=None, second_asked_by="")
    record(Event.SECOND_OPINION_ASKED, by=by, subject=("pair", pair_id), detail={"taken_back": True})


def _mine_to_answer(pair_id: UUID, answer: Answer, by: Actor) -> PairRow:
    """The pair, locked, if it is as it was shown, the actor's turn, and the reasons suffice."""
    shown = readable_pair(pair_id, by)
    among_others()
    hold_claims(by.id)
    hold_around([shown.left, shown.right])
    Proposal.objects.select_for_update(no_key=True).filter(pk=pair_id).first()
    row = readable_pair(pair_id, by)
    if row.version != answer.version:
        raise PairChangedMeanwhile
    verdict = may_answer(row.turn, by, clock.now())
    if not verdict.allowed:
        raise Refused(verdict.reason, conflict=True)
    found = weighing(row.left, row.right, by)
    enough = may_find(answer.finding, found.weighed if found else None, answer.reason)
    if not enough.allowed:
        raise ReasonNeeded(enough.reason)
    return row


def _close(row: PairRow, by: Actor, now: datetime) -> None:
    """Nobody is asked any more; the rest of the batch is kept for another hour."""
    _step(row, second_asked_at=None, second_asked_by="")
    Opinion.objects.filter(proposal=row.id, answered_at=None).update(answered_at=now, answered_by=by.id)
    Claim.objects.filter(pk=row.id).delete()
    Claim.objects.filter(held_by=by.id, held_until__gt=now).update(held_until=now + HELD_FOR)


def _step(row: PairRow, **changes: object) -> None:
    if not Proposal.objects.filter(pk=row.id).update(version=F("version") + 1, **changes):
        raise PairChangedMeanwhile


def _hold(pairs: list[UUID], by: Actor, now: datetime) -> None:
    """Keep these pairs from others; what an earlier batch held of them has lapsed."""
    Claim.objects.filter(pk__in=pairs).delete()
    Claim.objects.bulk_create(Claim(proposal_id=one, held_by=by.id, held_until=now + HELD_FOR) for one in pairs)


def _keep(row: PairRow, asking: Asking, by: Actor, now: datetime) -> None:
    identifier = new_id()
    Opinion.objects.create(
        id=identifier,
        proposal_id=row.id,
        finding=asking.answer.finding.value,
        sealed=safe().seal(asking.answer.reason.strip(), bound_to=bound(identifier)),
        asked_of=asking.of.text,
        asked_at=now,
        asked_by=by.id,
    )
