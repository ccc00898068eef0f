"""The review queue: whose turn it is, when a reason is asked for, and for how long a batch is one person's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pentameter.entities.rules.judgements import Finding
from pentameter.entities.rules.proposals import ProposalState
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

BATCH = 25
HELD_FOR = timedelta(hours=1)
"""So long a batch is kept from others, from when it was taken or last worked on."""
SLIP = timedelta(hours=1)
"""So long one's own judgement is undone without a reason: it was a slip of the hand."""


class PairState(StrEnum):
    """How a pair stands for those who judge: it waits for anybody, or for a second person, or no more."""

    WAITING = "waiting"
    SECOND = "second"
    CLOSED = "closed"


def state_of(proposal: ProposalState, *, second_asked: bool) -> PairState:
    """How a proposal stands for those who judge."""
    if proposal is not ProposalState.OPEN:
        return PairState.CLOSED
    return PairState.SECOND if second_asked else PairState.WAITING


@dataclass(frozen=True, slots=True)
class Whom:
    """Of whom a second opinion is asked: a person, or anyone in a role at an agency."""

    person: str = ""
    role: str = ""
    agency: str = ""

    @property
    def text(self) -> str:
        """As it is stored: an id, or "national_analyst@national-centre"."""
        return self.person or f"{self.role}@{self.agency}"

    @classmethod
    def read(cls, text: str) -> "Whom":
        """From what was stored."""
        role, at, agency = text.partition("@")
        return cls("", role, agency) if at else cls(text)

    def includes(self, actor: Actor) -> bool:
        """Whether the actor was asked."""
        if self.person:
            return actor.id == self.person
        return bool(self.role) and (actor.role.value, actor.agency) == (self.role, self.agency)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn a pair is: who holds it in a batch, who asked whom for a second opinion."""

    state: PairState
    held_by: str = ""
    held_until: datetime | None = None
    asked_by: str = ""
    asked_of: Whom | None = None

    def held_by_another(self, by: str, now: datetime) -> bool:
        """Whether somebody else's batch holds it now."""
        return bool(self.held_by) and self.held_by != by and self.held_until is not None and self.held_until > now


def may_answer(turn: Turn, by: Actor, now: datetime) -> Verdict:
    """Whether it is the actor's turn to judge the pair. That they may read both reports is asked elsewhere."""
    if turn.state is PairState.CLOSED:
        return refused("This pair waits no more: it was judged, or other judgements answer it.")
    if turn.state is PairState.SECOND:
        return _second(turn, by)
    if turn.held_by_another(by.id, now):
        return refused("A colleague has this pair in a batch. It is free again when their hour is over.")
    return ALLOWED


def _second(turn: Turn, by: Actor) -> Verdict:
    if turn.asked_by == by.id:
        return refused("You asked for a second opinion on this pair. Somebody else has to give it.")
    if turn.asked_of is None or not turn.asked_of.includes(by):
        return refused("A second opinion was asked of somebody else.")
    return ALLOWED


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the machine says of a pair, and from which weight on it proposes and decides."""

    weight: float
    propose_at: float
    decide_at: float
    contradictions: Sequence[str] = ()

    @property
    def strong(self) -> bool:
        """Whether so much speaks for it that "different" needs a word."""
        return self.weight >= (self.propose_at + self.decide_at) / 2


def may_find(finding: Finding, weighed: Weighed | None, reason: str) -> Verdict:
    """Whether a finding stands without more words. Whoever goes against what the records say gives the reason."""
    if reason.strip() or weighed is None:
        return ALLOWED
    if finding is Finding.DIFFERENT and weighed.strong:
        return refused("Much speaks for their being the same. Say in a few words why they are different.")
    if finding is Finding.SAME and weighed.contradictions:
        return refused("The records contradict each other. Say in a few words why they are the same all the same.")
    return ALLOWED


def may_take_back(*, made_by: str, made_at: datetime, by: str, now: datetime, reason: str) -> Verdict:
    """Whether a judgement is undone without more words: one's own, within the hour."""
    if reason.strip() or (made_by == by and now - made_at <= SLIP):
        return ALLOWED
    return refused("Say why it is undone: the reason stays beside both acts.")


SECOND_OF = (Role.NATIONAL_ANALYST, Role.FORCE_SUPERVISOR)
"""The roles of which a second opinion can be asked."""
