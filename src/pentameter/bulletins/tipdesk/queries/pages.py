"""One tip-off as the desk sees it, opened for this look."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from pentameter.bulletins.tipdesk.models import Part, Tip
from pentameter.bulletins.tipdesk.queries.listing import TipLine
from pentameter.bulletins.tipdesk.rules import keeping
from pentameter.bulletins.tipdesk.rules.states import DONE, Reason, State, Step, may_step
from pentameter.bulletins.tipdesk.sealed import letter_in, words_in
from pentameter.bulletins.tips.rules.letters import Letter
from pentameter.kernel import clock
from pentameter.kernel.sealing import SealBroken


@dataclass(frozen=True, slots=True)
class PartShown:
    """Something that was sent. `letter` None: nobody has opened it, it was let go, or it does not open (`broken`)."""

    id: UUID
    received_on: date
    read_at: datetime | None
    read_by: str
    letter: Letter | None = field(repr=False)
    broken: bool = False


@dataclass(frozen=True, slots=True)
class ReplyShown:
    """What was answered. `words` None: it was let go."""

    words: str | None = field(repr=False)
    asks: bool
    written_at: datetime
    written_by: str


@dataclass(frozen=True, slots=True)
class TipPage:
    """A tip-off with what was sent and answered, and the steps that it may take."""

    line: TipLine
    version: int
    parts: tuple[PartShown, ...]
    replies: tuple[ReplyShown, ...]
    reports: tuple[UUID, ...]
    closed_because: Reason | None
    goes_on: date | None
    may_be_answered: bool

    def may(self, step: str) -> bool:
        """Whether it may take a step."""
        return may_step(self.line.state, Step(step)).allowed


def page_of(tip: Tip) -> TipPage:
    """The page. Three SQL queries."""
    state = State(tip.state)
    done_on = tip.changed_at.astimezone(clock.LONDON).date()
    return TipPage(
        line=TipLine(tip.id, tip.reference, tip.origin, state, tip.received_on),
        version=tip.version,
        parts=tuple(_part(one) for one in tip.parts.order_by("received_on", "taken_at")),
        replies=tuple(_replies(tip)),
        reports=tuple(tip.filings.order_by("filed_at").values_list("report", flat=True)),
        closed_because=Reason(tip.closed_because) if tip.closed_because and state is State.CLOSED else None,
        goes_on=keeping.let_go_on(done_on) if state in DONE else None,
        may_be_answered=bool(tip.reply_key) and tip.withdrawn_at is None,
    )


def _part(one: Part) -> PartShown:
    if one.read_at is None or one.sealed is None:
        return PartShown(one.id, one.received_on, one.read_at, one.read_by, None)
    try:
        letter = letter_in(one.id, one.sealed)
    except SealBroken:
        return PartShown(one.id, one.received_on, one.read_at, one.read_by, None, broken=True)
    return PartShown(one.id, one.received_on, one.read_at, one.read_by, letter)


def _replies(tip: Tip) -> Iterator[ReplyShown]:
    for one in tip.replies.order_by("written_at"):
        words = words_in(one.id, one.sealed) if one.sealed is not None else None
        yield ReplyShown(words, one.asks, one.written_at, one.written_by)
