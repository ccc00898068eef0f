"""Undoing a judgement from the pages: what it would change, and that its pair waits again."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event, record
from pentameter.entities.models import Claim, Judgement, Proposal
from pentameter.entities.queries.ledger import LedgerLine
from pentameter.entities.queries.neighbourhood import Things, after_undoing
from pentameter.entities.queries.readability import may_read_both
from pentameter.entities.queries.records import RecordView, record_view
from pentameter.entities.queries.reviewed import judgements_of
from pentameter.entities.rules.judgements import Pair
from pentameter.entities.rules.proposals import ProposalState
from pentameter.entities.rules.reviewing import HELD_FOR, may_take_back
from pentameter.entities.services.pairs import agency_names
from pentameter.entities.services.undoing import undo_judgement
from pentameter.intelligence.api import shown_mentions
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require

SLIPPED = "Taken back at once by who judged."


class WhyUndone(Refused):
    """A judgement is not undone without a reason, unless it was one's own of a moment ago. Nothing was saved."""


@dataclass(frozen=True, slots=True)
class JudgementPage:
    """A judgement that can be undone: its two records, and the things as they are and as they would be without it."""

    line: LedgerLine
    left: RecordView
    right: RecordView
    now: Things
    without: Things
    needs_reason: bool
    agencies: dict[str, str]


@transaction.atomic
def show_judgement(*, judgement_id: UUID, by: Actor) -> JudgementPage:
    """A judgement, and what would be without it."""
    require(decide(by, Operation.JUDGE_PAIR))
    row = _readable(judgement_id, by)
    shown = shown_mentions([row.left_id, row.right_id], by)
    line = next(one for one in judgements_of(row.left_id, row.right_id) if one.id == judgement_id)
    cards = accounts.agencies()
    now, without = after_undoing(judgement_id, line.pair, by)
    page = JudgementPage(
        line=line,
        left=record_view(shown[line.left], cards),
        right=record_view(shown[line.right], cards),
        now=now,
        without=without,
        needs_reason=not _slip(row, "", by),
        agencies=agency_names(),
    )
    record(Event.PAIR_SHOWN, by=by, subject=("judgement", judgement_id))
    return page


@transaction.atomic
def take_back(*, judgement_id: UUID, reason: str, by: Actor) -> UUID | None:
    """Undo a judgement, so that its pair waits again. Answers the pair's place in the queue, where it has one.

    Raises:
        WhyUndone: unless a reason is given, or it was the actor's own of a moment ago.
    """
    require(decide(by, Operation.JUDGE_PAIR))
    row = _readable(judgement_id, by)
    if not _slip(row, reason, by):
        raise WhyUndone("Say why it is undone: the reason stays beside both acts.")
    undo_judgement(judgement_id=judgement_id, reason=reason.strip() or SLIPPED, by=by)
    return _again((row.left_id, row.right_id), by)


def _readable(judgement_id: UUID, by: Actor) -> Judgement:
    """A judgement on two mentions that the actor may read. One question, whether there is one or not.

    Raises:
        Refused: hidden, unless they may.
    """
    row = Judgement.objects.filter(*may_read_both(by), pk=judgement_id).first()
    if row is None:
        raise never_was()
    return row


def _slip(row: Judgement, reason: str, by: Actor) -> bool:
    now = clock.now()
    return may_take_back(made_by=row.made_by, made_at=row.made_at, by=by.id, now=now, reason=reason).allowed


def _again(pair: Pair, by: Actor) -> UUID | None:
    """The pair's place in the queue. Where it waits again, it does so in the batch of who undid it."""
    row = Proposal.objects.filter(left=pair[0], right=pair[1]).first()
    if row is not None and row.state == ProposalState.OPEN.value:
        held = {"held_by": by.id, "held_until": clock.now() + HELD_FOR}
        Claim.objects.update_or_create(proposal_id=row.id, defaults=held)
    return row.id if row else None
