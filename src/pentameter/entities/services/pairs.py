"""Looking at the review queue and at its pairs: each look leaves its own row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event, looked, record
from pentameter.entities.queries import queue
from pentameter.entities.queries.colleagues import Choice, askable
from pentameter.entities.queries.contradicted import readable_lines
from pentameter.entities.queries.evidence import Weighing, weighing
from pentameter.entities.queries.ledger import LedgerLine
from pentameter.entities.queries.neighbourhood import Neighbourhood, neighbourhood
from pentameter.entities.queries.queue import PairRow, QueueFilter
from pentameter.entities.queries.records import ComparedFact, RecordView, both_sides, compared, name_of, record_view
from pentameter.entities.queries.reviewed import LastJudged, OpinionLine, judgements_of, last_judged, opinions_on
from pentameter.entities.rules.reviewing import may_answer
from pentameter.intelligence.api import shown_mentions
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Verdict, never_was, require

SHOWN = 25


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair in the list: what either side is called, and who reported it when."""

    id: UUID
    kind: str
    left: RecordView
    right: RecordView


@dataclass(frozen=True, slots=True)
class QueuePage:
    """The queue of one reader. `mine` is what is left of their batch; `asked` waits for their second opinion."""

    lines: tuple[PairLine, ...]
    asked: tuple[PairLine, ...]
    waiting: int
    mine: tuple[UUID, ...]
    last: tuple[LastJudged, ...]
    names: Mapping[UUID, str]
    chosen: QueueFilter
    agencies: Mapping[str, str]

    @property
    def waiting_words(self) -> str:
        """How many wait, in words."""
        return f"more than {queue.COUNTED:,}" if self.waiting > queue.COUNTED else f"{self.waiting:,}"


@dataclass(frozen=True, slots=True)
class AskPage:
    """A pair on which a second opinion may be asked, and of whom."""

    row: PairRow
    left: RecordView
    right: RecordView
    people: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class PairPage:
    """One pair whole. `turn` says whether the reader may judge it now; `following` is the next of their batch."""

    row: PairRow
    left: RecordView
    right: RecordView
    facts: tuple[ComparedFact, ...]
    weighing: Weighing | None
    around: Neighbourhood
    history: tuple[LedgerLine, ...]
    opinions: tuple[OpinionLine, ...]
    turn: Verdict
    place: int
    batch: int
    following: UUID | None
    last: tuple[LastJudged, ...]
    against: Mapping[UUID, LedgerLine]
    names: Mapping[UUID, str]
    agencies: Mapping[str, str]

    @property
    def asked(self) -> OpinionLine | None:
        """The second opinion that is being asked for."""
        return next((one for one in self.opinions if one.answered_at is None), None)


@transaction.atomic
def show_queue(*, chosen: QueueFilter, by: Actor) -> QueuePage:
    """What waits for the reader."""
    require(decide(by, Operation.JUDGE_PAIR))
    now = clock.now()
    rows, asked, last = queue.queue(by, chosen, now, SHOWN), queue.asked(by, SHOWN), last_judged(by)
    lines = _lines((*asked, *rows), by)
    looked(Event.QUEUE_SHOWN, by=by, kind="pair", ids=[one.id for one in lines])
    return QueuePage(
        lines=lines[len(asked) :],
        asked=lines[: len(asked)],
        waiting=queue.count(by, chosen, now),
        mine=queue.batch(by, now),
        last=last,
        names=_names((), last, by),
        chosen=chosen,
        agencies=agency_names(),
    )


@transaction.atomic
def show_pair(*, pair_id: UUID, by: Actor) -> PairPage:
    """One pair, with everything that helps to judge it."""
    row = readable_pair(pair_id, by)
    page = _page(row, by, clock.now())
    detail = {"reports": [str(row.left_report), str(row.right_report)]}
    record(Event.PAIR_SHOWN, by=by, subject=("pair", pair_id), detail=detail)
    return page


@transaction.atomic
def show_asking(*, pair_id: UUID, by: Actor) -> AskPage:
    """A pair on which a second opinion may be asked, and of whom."""
    row = readable_pair(pair_id, by)
    shown = shown_mentions([row.left, row.right], by)
    cards = accounts.agencies()
    left, right = record_view(shown[row.left], cards), record_view(shown[row.right], cards)
    record(Event.PAIR_SHOWN, by=by, subject=("pair", pair_id))
    return AskPage(row, left, right, whom_to_ask(row, by))


def whom_to_ask(row: PairRow, by: Actor) -> tuple[Choice, ...]:
    """Of whom a second opinion on a pair can be asked."""
    return askable(row, row.senders, by)


def readable_pair(pair_id: UUID, by: Actor) -> PairRow:
    """A pair of which the actor may read both reports.

    Raises:
        Refused: hidden, unless they may.
    """
    require(decide(by, Operation.JUDGE_PAIR))
    row = queue.pair(pair_id, by)
    if row is None:
        raise never_was()
    require(decide(by, Operation.JUDGE_PAIR, Subject("pair", str(pair_id), Compartment.INTELLIGENCE, released=True)))
    return row


def agency_names() -> dict[str, str]:
    """What agencies are called."""
    return {slug: card.name for slug, card in accounts.agencies().items()}


def _page(row: PairRow, by: Actor, now: datetime) -> PairPage:
    left, right = both_sides((row.left, row.left_report), (row.right, row.right_report), by)
    cards, batch = accounts.agencies(), queue.batch(by, now)
    around = neighbourhood(row.left, row.right, by, now)
    against, last = _against(around, by), last_judged(by)
    return PairPage(
        row=row,
        left=record_view(left.shown, cards, left.beside),
        right=record_view(right.shown, cards, right.beside),
        facts=compared(left.shown, right.shown),
        weighing=weighing(row.left, row.right, by),
        around=around,
        history=judgements_of(row.left, row.right),
        opinions=opinions_on(row.id),
        turn=may_answer(row.turn, by, now),
        place=batch.index(row.id) + 1 if row.id in batch else 0,
        batch=len(batch),
        following=following(row.id, batch),
        last=last,
        against=against,
        names=_names(against.values(), last, by),
        agencies={slug: card.name for slug, card in cards.items()},
    )


def _against(around: Neighbourhood, by: Actor) -> dict[UUID, LedgerLine]:
    """The judgements that an answer would contradict, or that would contradict it."""
    either = (*around.against_same, *around.against_different)
    return {
        line.id: line for line in readable_lines({one for pair in either for one in (pair.same, pair.different)}, by)
    }


def _names(lines: Iterable[LedgerLine], last: Iterable[LastJudged], by: Actor) -> dict[UUID, str]:
    """What the mentions are called that these judgements are about. Two SQL queries, or one more for each agency."""
    wanted = {mention for line in lines for mention in line.pair} | {mention for one in last for mention in one.pair}
    return {one: name_of(shown) for one, shown in shown_mentions(wanted, by).items()} if wanted else {}


def following(pair_id: UUID, batch: tuple[UUID, ...]) -> UUID | None:
    """The pair after this one in the batch; after the last, the first again."""
    others = [one for one in batch if one != pair_id]
    at = batch.index(pair_id) if pair_id in batch else 0
    return next(iter((*others[at:], *others)), None)


def _lines(rows: tuple[PairRow, ...], by: Actor) -> tuple[PairLine, ...]:
    shown = shown_mentions({one for row in rows for one in (row.left, row.right)}, by)
    cards = accounts.agencies()
    whole = (row for row in rows if row.left in shown and row.right in shown)
    return tuple(
        PairLine(row.id, row.kind, record_view(shown[row.left], cards), record_view(shown[row.right], cards))
        for row in whole
    )
