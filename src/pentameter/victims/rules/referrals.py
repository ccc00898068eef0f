"""Referrals between organisations: asked, then accepted or rejected, then done; revoked where that comes first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pentameter.kernel.actor import Actor, AgencySector, Jurisdiction, Role
from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.victims.rules.cases import Sealed


class ReferralKind(StrEnum):
    """What is asked for."""

    SUPPORT = "support"
    HELP = "help"

    @property
    def words(self) -> str:
        """As people say it."""
        return _KINDS[self]


class ReferralState(StrEnum):
    """How a referral stands."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DONE = "done"
    REVOKED = "revoked"

    @property
    def words(self) -> str:
        """As people say it."""
        return _STATES[self]

    @property
    def open(self) -> bool:
        """Whether something is still to come."""
        return bool(NEXT[self])


class Side(StrEnum):
    """Who may take a step: who asked, who was asked, the duty desk."""

    ASKER = "who asked"
    ASKED = "who was asked"
    DESK = "the duty desk"


_KINDS = {
    ReferralKind.SUPPORT: "take on her support",
    ReferralKind.HELP: "help beside the organisation that supports her",
}
_STATES = {
    ReferralState.ASKED: "waits for an answer",
    ReferralState.ACCEPTED: "accepted",
    ReferralState.REJECTED: "rejected",
    ReferralState.DONE: "done",
    ReferralState.REVOKED: "revoked",
}
OWNERS: Mapping[ReferralState, Mapping[ReferralState, frozenset[Side]]] = {
    ReferralState.ASKED: {
        ReferralState.ACCEPTED: frozenset({Side.ASKED}),
        ReferralState.REJECTED: frozenset({Side.ASKED}),
        ReferralState.REVOKED: frozenset({Side.ASKER, Side.DESK}),
    },
    ReferralState.ACCEPTED: {
        ReferralState.DONE: frozenset({Side.ASKED}),
        ReferralState.REVOKED: frozenset({Side.ASKER, Side.DESK}),
    },
    ReferralState.REJECTED: {},
    ReferralState.DONE: {},
    ReferralState.REVOKED: {},
}
"""Who may take which step. Pentameter itself revokes what her consent no longer carries, whichever step comes next."""
NEXT: Mapping[ReferralState, frozenset[ReferralState]] = {state: frozenset(steps) for state, steps in OWNERS.items()}
AT_NIGHT = timedelta(hours=4)
BY_DAY = timedelta(days=3)
"""How long an answer may take before the desk is told: at a rescue, and otherwise."""


@dataclass(frozen=True, slots=True)
class Sent(Sealed):
    """What the asked organisation is told. What was not chosen is empty; there is no field for where she is."""

    reference: str = ""
    age: str = ""
    language: str = ""
    interpreter: str = ""
    worker_gender: str = ""
    name: str = ""
    nationality: str = ""
    safe_contact: str = ""
    words: str = ""

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """What was sent, with its labels."""
        said = ((label, getattr(self, name)) for name, label in CHOICES.items())
        return tuple((label, value) for label, value in said if value)


CHOICES = {
    "reference": "Reference",
    "age": "Age",
    "language": "Language",
    "interpreter": "Interpreter",
    "worker_gender": "Gender of worker",
    "name": "Name",
    "nationality": "Nationality",
    "safe_contact": "Safe times to contact her",
    "words": "In words",
}
ALWAYS = ("reference", "age", "language")


@dataclass(frozen=True, slots=True)
class Step:
    """How a referral stands, as far as a step of it cares. `taken_on`: she is supported by who was asked."""

    kind: ReferralKind
    state: ReferralState
    taken_on: bool = False


def may_step(referral: Step, to: ReferralState, side: Side) -> Verdict:
    """Whether `side` may take the referral to the state `to`."""
    owners = OWNERS[referral.state].get(to)
    if owners is None:
        return refused(f"This referral is {referral.state.words}. It cannot become {to.value} any more.")
    if side not in owners:
        return refused("This step is another organisation's.")
    if to is ReferralState.REVOKED and referral.taken_on and side is Side.ASKER:
        return refused("The organisation supports her now. Ask another one to take on her support, or call the desk.")
    if to is ReferralState.DONE and referral.kind is ReferralKind.SUPPORT and not referral.taken_on:
        return refused("Her support has not been taken on yet. Take her case on first.")
    return ALLOWED


def asking_side(actor: Actor) -> Side:
    """On which side somebody stands who may ask for her."""
    return Side.DESK if actor.role is Role.DUTY_DESK else Side.ASKER


def may_take_on(referral: Step) -> Verdict:
    """Whether the organisation that accepted may take her case on."""
    if referral.kind is not ReferralKind.SUPPORT:
        return refused("You were asked to help beside her organisation. It goes on supporting her.")
    if referral.state is not ReferralState.ACCEPTED:
        return refused(f"This referral is {referral.state.words}. Her case cannot be taken on with it.")
    if referral.taken_on:
        return refused("You support her already.")
    return ALLOWED


def may_ask(asked: str, *, asker: str, supports: str | None, waiting: Iterable[str]) -> Verdict:
    """Whether an organisation may be asked: not one's own, not who supports her, not twice at once."""
    if asked == supports:
        return refused("This organisation supports her already.")
    if asked == asker:
        return refused("You cannot ask your own organisation. Say who works with her instead.")
    if asked in waiting:
        return refused("This organisation was asked already, and that referral is open. See it on her page.")
    return ALLOWED


def is_silent(state: ReferralState, answer_by: datetime, *, now: datetime) -> bool:
    """Whether an answer is overdue."""
    return state is ReferralState.ASKED and answer_by <= now


@dataclass(frozen=True, slots=True)
class Candidate:
    """An organisation that might be asked."""

    slug: str
    sector: AgencySector
    jurisdiction: Jurisdiction
    current: bool


def nearest(place: str, known: Iterable[Candidate]) -> str | None:
    """The support organisation to ask where the law is `place`: that place's own, else one of the same state."""
    able = [one for one in known if one.sector is AgencySector.SUPPORT and one.current and _state(place)]
    ranked = sorted((_distance(place, one.jurisdiction), one.slug) for one in able)
    return next((slug for distance, slug in ranked if distance < _ANOTHER_STATE), None)


_ANOTHER_STATE = 2
_UNITED_KINGDOM = {one.value for one in Jurisdiction if one is not Jurisdiction.IRELAND} | {"united_kingdom"}


def _distance(place: str, jurisdiction: Jurisdiction) -> int:
    if jurisdiction.value == place:
        return 0
    return 1 if _state(jurisdiction.value) == _state(place) else _ANOTHER_STATE


def _state(place: str) -> str:
    if place == Jurisdiction.IRELAND.value:
        return place
    return "united_kingdom" if place in _UNITED_KINGDOM else ""
