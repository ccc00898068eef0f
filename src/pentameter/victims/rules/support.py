"""What support keeps, how each thing stands, and what may become of it.

Everything has one shape: a kind, the days it counts from and to, who answers for it, how it stands, and contents under
seal. Support depends on nothing that she does for anyone: Human Trafficking and Exploitation (Scotland) Act 2015
s.9(5)(b); Human Trafficking and Exploitation (Criminal Justice and Support for Victims) Act (Northern Ireland) 2015
s.18(5)(a). A test holds every name and word of support to it.
"""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class EntryKind(StrEnum):
    """What is kept."""

    RISK = "risk"
    NEEDS = "needs"
    RECOVERY = "recovery_needs"
    TASK = "task"
    APPOINTMENT = "appointment"
    NOTE = "note"
    FLAG = "flag"
    STAY = "stay"
    EXIT = "exit"

    @property
    def words(self) -> str:
        """As people say it."""
        return _KINDS[self]


_KINDS = {
    EntryKind.RISK: "risk assessment",
    EntryKind.NEEDS: "needs assessment",
    EntryKind.RECOVERY: "recovery needs assessment",
    EntryKind.TASK: "task",
    EntryKind.APPOINTMENT: "appointment",
    EntryKind.NOTE: "note",
    EntryKind.FLAG: "flag",
    EntryKind.STAY: "stay",
    EntryKind.EXIT: "exit from support",
}
ASSESSMENTS = (EntryKind.RISK, EntryKind.NEEDS, EntryKind.RECOVERY)
ONE_AT_A_TIME = (*ASSESSMENTS, EntryKind.STAY, EntryKind.EXIT)
"""Kinds of which one stands at a time; the database holds to it."""


class EntryState(StrEnum):
    """How a thing stands. `LIVE`: it is in force, open or still to come."""

    LIVE = "live"
    DONE = "done"
    NOT_NEEDED = "not_needed"
    MISSED = "missed"
    CANCELLED = "cancelled"
    ENDED = "ended"
    SUPERSEDED = "superseded"
    TAKEN_BACK = "taken_back"

    @property
    def words(self) -> str:
        """As people say it."""
        return self.value.replace("_", " ")


_Moves = dict[EntryState, tuple[EntryState, ...]]
_SUPERSEDED: _Moves = {EntryState.LIVE: (EntryState.SUPERSEDED,)}
_AGAIN = (EntryState.LIVE,)
MOVES: dict[EntryKind, _Moves] = {
    **dict.fromkeys(ASSESSMENTS, _SUPERSEDED),
    EntryKind.TASK: {
        EntryState.LIVE: (EntryState.DONE, EntryState.NOT_NEEDED),
        EntryState.DONE: _AGAIN,
        EntryState.NOT_NEEDED: _AGAIN,
    },
    EntryKind.APPOINTMENT: {
        EntryState.LIVE: (EntryState.DONE, EntryState.MISSED, EntryState.CANCELLED),
        EntryState.DONE: _AGAIN,
        EntryState.MISSED: _AGAIN,
        EntryState.CANCELLED: _AGAIN,
    },
    EntryKind.NOTE: {},
    EntryKind.FLAG: {EntryState.LIVE: (EntryState.ENDED,)},
    EntryKind.STAY: {EntryState.LIVE: (EntryState.ENDED,)},
    EntryKind.EXIT: {EntryState.LIVE: (EntryState.TAKEN_BACK,)},
}
"""What may become of a thing, by its kind. What is not named here is refused."""

NEEDS_REASON = {EntryState.NOT_NEEDED, EntryState.ENDED, EntryState.TAKEN_BACK, EntryState.CANCELLED}
CHANGEABLE = {EntryKind.TASK, EntryKind.APPOINTMENT}
"""Plans may be written anew, with their history kept. Everything else is corrected by what follows it."""

LEVELS: dict[EntryKind, dict[str, str]] = {
    EntryKind.RISK: {
        "low": "Low risk",
        "medium": "Medium risk",
        "high": "High risk",
        "immediate": "Immediate danger",
    },
    EntryKind.NEEDS: {"few": "Few needs", "some": "Some needs", "many": "Many needs", "urgent": "Urgent needs"},
    EntryKind.RECOVERY: {
        "none": "No more support needed",
        "some": "Some support needed to recover",
        "much": "Much support needed to recover",
    },
}
LONGEST_REVIEW = timedelta(days=366)


class FlagKind(StrEnum):
    """What whoever deals with her has to know first."""

    SELF_HARM = "self_harm"
    SOUGHT = "sought"
    DO_NOT_CALL = "do_not_call"
    HEALTH = "health"
    ANONYMITY = "anonymity"

    @property
    def words(self) -> str:
        """As people say it."""
        return _FLAGS[self]

    @property
    def lasts_for_life(self) -> bool:
        """Whether it can never be ended.

        Source: Sexual Offences (Amendment) Act 1992 s.1, for the offences that its s.2 lists. Here it is kept for all.
        """
        return self is FlagKind.ANONYMITY


_FLAGS = {
    FlagKind.SELF_HARM: "She may harm herself",
    FlagKind.SOUGHT: "A trafficker may look for her",
    FlagKind.DO_NOT_CALL: "Do not contact her by telephone",
    FlagKind.HEALTH: "A health need that cannot wait",
    FlagKind.ANONYMITY: "Anonymity for life",
}
CONTACT_FLAGS = (FlagKind.DO_NOT_CALL,)
"""Flags that everyone who opens the record must see before reaching for the telephone."""

STAYS = {
    "safe_house": "Safe house",
    "outreach": "Own home, with outreach support",
    "foster_care": "Foster care or a children's home",
    "hotel": "Hotel or emergency room",
    "hospital": "Hospital",
    "family": "With family or friends",
    "other": "Elsewhere",
}


def may_move(kind: EntryKind, state: EntryState, to: EntryState, *, reason: str = "") -> Verdict:
    """Whether a thing of this kind that stands so may come to stand otherwise."""
    if to not in MOVES[kind].get(state, ()):
        return refused(f"This {kind.words} is {state.words} and cannot become {to.words}. Load the page again.")
    if to in NEEDS_REASON and not reason.strip():
        return refused("Say why.")
    return ALLOWED


def may_rewrite(kind: EntryKind, state: EntryState) -> Verdict:
    """Whether its words or days may be changed."""
    if kind not in CHANGEABLE:
        return refused(f"A {kind.words} is not changed. Write a new one, which takes its place.")
    if state is not EntryState.LIVE:
        return refused(f"This {kind.words} is {state.words}. Open it again first.")
    return ALLOWED


def may_assess(on: date, review_on: date | None, *, found_on: date, today: date) -> Verdict:
    """Whether an assessment can have been made on a day, to be looked at again on another."""
    if not (verdict := _happened(on, found_on=found_on, today=today)).allowed:
        return verdict
    if review_on is None:
        return refused("Say when it is to be looked at again.")
    if review_on <= on:
        return refused("The day on which it is looked at again comes after the day of the assessment.")
    if review_on > on + LONGEST_REVIEW:
        return refused("Look at it again within a year: what is true of her today may not be then.")
    return ALLOWED


def may_be_due(due_on: date, *, found_on: date) -> Verdict:
    """Whether a task can be due on a day. One that is over already is overdue, and that may be said."""
    if due_on < found_on:
        return refused(f"She was found on {found_on:%-d %B %Y}. Nothing can have been due before. Check the year.")
    if due_on > found_on + timedelta(days=20 * 366):
        return refused(f"{due_on:%-d %B %Y} is too far away to plan for. Check the year.")
    return ALLOWED


def may_stay(since: date, until: date | None, *, found_on: date, before: date | None, today: date) -> Verdict:
    """Whether a stay can have begun; `before` is the day on which the one that stands began."""
    if not (verdict := _happened(since, found_on=found_on, today=today)).allowed:
        return verdict
    if before is not None and since < before:
        return refused(f"She has been where she is since {before:%-d %B %Y}. A new stay begins on that day or later.")
    if until is not None and until < since:
        return refused("A stay cannot end before it begins.")
    return ALLOWED


def may_end_stay(on: date, *, since: date, today: date) -> Verdict:
    """Whether a stay can have ended on a day."""
    if on > today:
        return refused("She has not left yet. Give today or an earlier day.")
    if on < since:
        return refused("A stay cannot end before it begins.")
    return ALLOWED


def may_flag(kind: FlagKind, until: date | None, *, live: Collection[FlagKind], since: date, today: date) -> Verdict:
    """Whether a flag may be raised beside those that stand."""
    if kind in live:
        return refused("This flag stands already. End it first if its reason has changed.")
    if kind.lasts_for_life and until is not None:
        return refused("Anonymity is for life. Leave the last day empty.")
    if since > today:
        return refused("A flag counts from today or an earlier day.")
    if until is not None and until < today:
        return refused("The last day of the flag is over already.")
    return ALLOWED


def may_end_flag(kind: FlagKind) -> Verdict:
    """Whether a flag may be ended."""
    return refused("Anonymity is for life. This flag cannot be ended.") if kind.lasts_for_life else ALLOWED


def flag_stands(state: EntryState, until: date | None, *, today: date) -> bool:
    """Whether a flag is to be seen: until it is ended, or its last day is over."""
    return state is EntryState.LIVE and (until is None or until >= today)


def overdue(state: EntryState, due_on: date | None, *, today: date) -> bool:
    """Whether something open should have been done by now. Its last day counts whole."""
    return state is EntryState.LIVE and due_on is not None and due_on < today


def _happened(on: date, *, found_on: date, today: date) -> Verdict:
    if on > today:
        return refused(f"{on:%-d %B %Y} has not come yet. Give today or an earlier day.")
    if on < found_on:
        return refused(f"She was found on {found_on:%-d %B %Y}. Give that day or a later one.")
    return ALLOWED
